import type { Fields, Instant } from '../model/value'
import type { SourceName } from './trackers/tracker'

/** One update of an issue that the source remembers, and what it changed; the first has all there was to say. */
export interface SourceUpdate {
  readonly at: Instant | undefined
  readonly by: string | undefined
  readonly changes: Fields
}

export interface CommentDraft {
  readonly author: string | undefined
  readonly writtenAt: Instant | undefined
  readonly text: string
}

/** An issue as one file tells it. */
export interface IssueDraft {
  readonly record: number
  readonly key: string
  readonly title: string
  /** What the issue is; where it has ended, its status here is the one it began with. */
  readonly fields: Fields
  /** Status and times of the end, where the issue has ended. */
  readonly ending: Fields | undefined
  readonly comments: readonly CommentDraft[]
  /** Every update, oldest first, where the source exports them; together they say the same as the draft. */
  readonly history: readonly SourceUpdate[] | undefined
}

export interface Quarantined {
  readonly record: number
  readonly column: string | null
  /** In plain words, naming the value. */
  readonly reason: string
}

export interface Question {
  readonly kind: 'date-order' | 'columns'
  readonly column: string | null
  readonly examples: readonly string[]
}

export interface SourcePerson {
  readonly name: string
  readonly email?: string
}

/** All that a table says under a mapping. With an open question there are no drafts: nothing may be stored. */
export interface Interpretation {
  readonly source: SourceName
  readonly system: string
  /** The source's name as shown to people. */
  readonly label: string
  readonly drafts: readonly IssueDraft[]
  readonly quarantined: readonly Quarantined[]
  readonly questions: readonly Question[]
  /** Data records read; of an audit export, its rows. */
  readonly records: number
  /** Records that repeat an earlier one word for word. */
  readonly folded: number
  /** People that issues are assigned to, by the key they get if nobody knows them yet. */
  readonly people: ReadonlyMap<string, SourcePerson>
  /** Fields that the file has columns for: one of these that a draft lacks is empty at the source. */
  readonly spokenFields: readonly string[]
  readonly speaksOfTags: boolean
  /** What was settled or noticed while reading; the table's own notes are not repeated. */
  readonly notes: readonly string[]
}
