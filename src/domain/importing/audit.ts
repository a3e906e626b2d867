import { endedStatuses, type IssueStatus } from '../model/issue'
import type { Fields, Instant, Value } from '../model/value'
import type { IssueDraft, SourceUpdate } from './draft'
import type { RecordReading } from './read-record'

export interface AuditRow {
  readonly record: number
  readonly reading: RecordReading
}

/**
 * Folds all rows of one number into one issue and its history, in the order the tracker counted its updates. The
 * rows of such an export carry the times of the end from the first on; they are left out until the end comes.
 */
export function foldHistory(rows: AuditRow[]): IssueDraft {
  const ordered = rows.sort((a, b) => byUpdate(a, b) || a.record - b.record)
  const last = ordered.at(-1)?.reading as RecordReading
  let latest = Number.NEGATIVE_INFINITY
  let state: Fields = {}
  const history = ordered.map(({ reading }): SourceUpdate => {
    const at = updatedAt(reading)
    if (at !== undefined) latest = Math.max(latest, at)
    const fields: Fields = { ...reading.fields, ...reading.ending }
    if (reading !== last && !endedStatuses.has(fields.status as IssueStatus)) {
      delete fields.resolvedAt
      delete fields.closedAt
    } else if (reading !== last && fields.status === 'resolved') delete fields.closedAt
    const changes = difference(state, fields)
    state = fields
    return { at: at === undefined ? undefined : latest, by: reading.updatedBy, changes }
  })
  const { key, title, fields, ending } = last
  const comments = ordered.flatMap(({ reading }) => reading.comments)
  return {
    record: ordered[0]?.record ?? 0,
    key,
    title,
    fields,
    ending,
    comments: withoutRepeats(comments),
    history,
  }
}

function difference(before: Fields, after: Fields): Fields {
  const changed: Fields = {}
  for (const field in after) if (before[field] !== after[field]) changed[field] = after[field] as Value
  for (const field in before)
    if (!Object.hasOwn(after, field)) changed[field] = field.startsWith('tag:') ? false : null
  return changed
}

function byUpdate(a: AuditRow, b: AuditRow): number {
  const [first, second] = [a.reading.updateNumber, b.reading.updateNumber]
  if (first !== undefined && second !== undefined && first !== second) return first - second
  return (updatedAt(a.reading) ?? 0) - (updatedAt(b.reading) ?? 0)
}

function updatedAt({ fields }: RecordReading): Instant | undefined {
  return typeof fields.sourceUpdatedAt === 'number' ? fields.sourceUpdatedAt : undefined
}

function withoutRepeats<T extends { readonly text: string; readonly writtenAt: Instant | undefined }>(
  comments: readonly T[],
): T[] {
  return [
    ...new Map(comments.map((comment) => [`${comment.writtenAt}\u0000${comment.text}`, comment])).values(),
  ]
}
