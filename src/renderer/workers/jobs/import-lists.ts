import type { Interpretation } from '@domain/importing/draft'
import type { FieldChange, ImportPlan } from '@domain/importing/reconcile'
import type { Replica } from '@domain/merge/replica'
import type { Value } from '@domain/model/value'
import { clip } from '@domain/reporting/clip'
import { formatInstant } from '@domain/time/format'
import { fieldLabel, fieldText, type Telling } from '@domain/triage/issue-fields'
import { calledKey } from '@domain/triage/list-columns'

export const importLists = ['created', 'updated', 'conflicts', 'unchanged', 'quarantined', 'people'] as const
export type ImportListName = (typeof importLists)[number]

/** One line of what an import would do, in words. */
export type ImportLine =
  | { readonly kind: 'issue'; readonly key: string; readonly called: string; readonly title: string }
  | {
      readonly kind: 'change'
      readonly field: string
      readonly from: string
      readonly to: string
      /** What stands here since somebody edited it, and whether the file says something else. */
      readonly here: string | null
      readonly conflict: boolean
    }
  | { readonly kind: 'comments'; readonly count: number }
  | {
      readonly kind: 'problem'
      readonly record: number
      readonly column: string | null
      readonly reason: string
    }
  | { readonly kind: 'person'; readonly name: string; readonly email: string | null }

type Untold =
  | { readonly kind: 'untold'; readonly change: FieldChange }
  | Exclude<ImportLine, { kind: 'change' }>

const longestTitle = 200
const longestValue = 120

/** What an import would do, as lists to look through. Values are put into words only for the lines asked for. */
export class ImportLists {
  private readonly lines: Readonly<Record<ImportListName, readonly Untold[]>>
  private readonly telling: Telling

  constructor(
    private readonly said: Interpretation,
    plan: ImportPlan,
    replica: Replica,
    zone: string,
  ) {
    const issue = (key: string, title: string) => this.issueLine(key, title)
    const touched = new Set([...plan.created, ...plan.updated].map(({ key }) => key))
    this.lines = {
      created: plan.created.map(({ key, title }) => issue(key, title)),
      updated: plan.updated.flatMap(({ key, title, changes, newComments }) => [
        issue(key, title),
        ...changes.map(untold),
        ...(newComments > 0 ? [{ kind: 'comments', count: newComments } as const] : []),
      ]),
      conflicts: plan.updated.flatMap(({ key, title, changes }) => {
        const clashing = changes.filter(({ conflict }) => conflict)
        return clashing.length > 0 ? [issue(key, title), ...clashing.map(untold)] : []
      }),
      unchanged: said.drafts
        .filter(({ key }) => !touched.has(key))
        .map(({ key, title }) => issue(key, title)),
      quarantined: said.quarantined.map((problem) => ({ kind: 'problem', ...problem })),
      people: plan.intents
        .filter(({ entity }) => entity === 'person')
        .map(({ fields }) => ({
          kind: 'person',
          name: String(fields.name ?? ''),
          email: fields.email == null ? null : String(fields.email),
        })),
    }
    const people = replica.rows('person')
    const issues = replica.rows('issue')
    this.telling = {
      personName: (key) => people.get(key)?.values.name || said.people.get(key)?.name || key,
      issueKey: (key) => {
        const row = issues.get(key)
        return row ? calledKey(row) : key
      },
      instant: (instant) => formatInstant(instant, zone),
    }
  }

  /** Number of lines of each list. */
  lengths(): Readonly<Record<ImportListName, number>> {
    const { created, updated, conflicts, unchanged, quarantined, people } = this.lines
    return {
      created: created.length,
      updated: updated.length,
      conflicts: conflicts.length,
      unchanged: unchanged.length,
      quarantined: quarantined.length,
      people: people.length,
    }
  }

  slice(list: ImportListName, from: number, to: number): ImportLine[] {
    return this.lines[list]
      .slice(from, to)
      .map((line) => (line.kind === 'untold' ? this.told(line.change) : line))
  }

  private issueLine(key: string, title: string): Untold {
    const prefix = `${this.said.system}:`
    const called = key.startsWith(prefix) ? key.slice(prefix.length) : key
    return { kind: 'issue', key, called: clip(called, longestValue), title: clip(title, longestTitle) }
  }

  private told({ field, from, to, localEdit, conflict }: FieldChange): ImportLine {
    const words = (value: Value) => clip(fieldText(field, value, this.telling), longestValue)
    return {
      kind: 'change',
      field: clip(fieldLabel(field), longestValue),
      from: words(from),
      to: words(to),
      here: localEdit === undefined ? null : words(localEdit),
      conflict,
    }
  }
}

function untold(change: FieldChange): Untold {
  return { kind: 'untold', change }
}
