import type { Channel, HoldReason, IssueClass, IssueStatus, Severity } from '../../model/issue'
import { headerWord } from '../header-words'
import type { Target } from '../targets'

export const sourceNames = [
  'jira',
  'servicenow',
  'servicenow-audit',
  'salesforce',
  'zendesk',
  'azure-devops',
  'github',
  'table',
] as const
export type SourceName = (typeof sourceNames)[number]

export type HeaderNames = { readonly [T in Target]?: readonly string[] }

/** All that is particular to one tracker's exports. Headers are matched by `headerWord`, first name first. */
export interface Tracker {
  readonly source: SourceName
  /** As shown to people, and written as the author of imported changes. */
  readonly label: string
  /** First half of the keys of its issues. */
  readonly system: string
  readonly headers: HeaderNames
  /** Headers that hardly any other tracker has; each one found is evidence for this one. */
  readonly marks: readonly string[]
  /** Values that mean something else here than elsewhere, by `valueWord`. */
  readonly statuses?: Readonly<Record<string, IssueStatus>>
  readonly holds?: Readonly<Record<string, HoldReason>>
  readonly severities?: Readonly<Record<string, Severity>>
  readonly classes?: Readonly<Record<string, IssueClass>>
  readonly channels?: Readonly<Record<string, Channel>>
  /** How several tags are written in one cell of text; undefined where they come apart already. */
  readonly tagSeparator: RegExp | undefined
  /** Whether a tag may say what class an issue is of. */
  readonly classFromTags?: boolean
  readonly comments?: 'stamped' | 'journal'
  /** The identity of an issue where the cell alone is not enough; `url` is its `externalUrl`. */
  readonly identity?: (cell: string, url: string) => string
}

export const headerWords = (names: readonly string[]): readonly string[] => names.map(headerWord)
