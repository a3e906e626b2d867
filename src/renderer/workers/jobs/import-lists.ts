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
  | { readonly kind: 'untold-issue'; readonly key: string; readonly title: string }
  | { readonly kind: 'untold-change'; readonly change: FieldChange }
  | Exclude<ImportLine, { kind: 'issue' | 'change' }>

const longestTitle = 200
const longestValue = 120

/** What an import would do, as lists to look through. Values are put into words only for the lines asked for. */
export class ImportLists {
  /** Each made when somebody looks at it. */
  private readonly made = new Map<ImportListName, readonly Untold[]>()
  private readonly telling: Telling

  constructor(
    private readonly said: Interpretation,
    private readonly plan: ImportPlan,
    replica: Replica,
    zone: string,
  ) {
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
    const { said, plan } = this
    return {
      created: plan.created.length,
      updated: this.linesOf('updated').length,
      conflicts: this.linesOf('conflicts').length,
      unchanged: plan.counts.unchanged,
      quarantined: said.quarantined.length,
      people: this.linesOf('people').length,
    }
  }

  slice(list: ImportListName, from: number, to: number): ImportLine[] {
    return this.linesOf(list)
      .slice(from, to)
      .map((line) => {
        if (line.kind === 'untold-issue') return this.issueLine(line)
        return line.kind === 'untold-change' ? this.changeLine(line.change) : line
      })
  }

  private linesOf(list: ImportListName): readonly Untold[] {
    let lines = this.made.get(list)
    if (!lines) {
      lines = this.make(list)
      this.made.set(list, lines)
    }
    return lines
  }

  private make(list: ImportListName): readonly Untold[] {
    const { said, plan } = this
    switch (list) {
      case 'created':
        return plan.created.map(untoldIssue)
      case 'updated':
        return plan.updated.flatMap((issue) => [
          untoldIssue(issue),
          ...issue.changes.map(untoldChange),
          ...(issue.newComments > 0 ? [{ kind: 'comments', count: issue.newComments } as const] : []),
        ])
      case 'conflicts':
        return plan.updated.flatMap((issue) => {
          const clashing = issue.changes.filter(({ conflict }) => conflict)
          return clashing.length > 0 ? [untoldIssue(issue), ...clashing.map(untoldChange)] : []
        })
      case 'unchanged': {
        const touched = new Set([...plan.created, ...plan.updated].map(({ key }) => key))
        return said.drafts.filter(({ key }) => !touched.has(key)).map(untoldIssue)
      }
      case 'quarantined':
        return said.quarantined.map((problem) => ({ kind: 'problem', ...problem }))
      case 'people':
        return plan.intents
          .filter(({ entity }) => entity === 'person')
          .map(({ fields }) => ({
            kind: 'person',
            name: String(fields.name ?? ''),
            email: fields.email == null ? null : String(fields.email),
          }))
    }
  }

  private issueLine({ key, title }: { readonly key: string; readonly title: string }): ImportLine {
    const prefix = `${this.said.system}:`
    const called = key.startsWith(prefix) ? key.slice(prefix.length) : key
    return { kind: 'issue', key, called: clip(called, longestValue), title: clip(title, longestTitle) }
  }

  private changeLine({ field, from, to, localEdit, conflict }: FieldChange): ImportLine {
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

function untoldIssue({ key, title }: { readonly key: string; readonly title: string }): Untold {
  return { kind: 'untold-issue', key, title }
}

function untoldChange(change: FieldChange): Untold {
  return { kind: 'untold-change', change }
}
