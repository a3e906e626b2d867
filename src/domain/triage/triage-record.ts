import type { Intent } from '../merge/intent'
import type { Row } from '../merge/row'
import type { TriageSession } from '../model/entities'
import type { Fields, Instant } from '../model/value'

/** What is decided once of an issue; the word begins the line that tells it. */
const subjects = ['severity', 'class', 'owner', 'team', 'workaround'] as const
/** Where it went; one of them at a time. */
const outcomes = ['triaged', 'declined', 'on hold', 'merged'] as const

const prefix = 'decided:'

export interface Sitting {
  /** A random key, fresh for each session. */
  readonly key: string
  readonly by: string
  readonly now: Instant
  /** Issues in the inbox after this decision. */
  readonly left: number
}

/**
 * What a decision adds to the record of its session, to be written in the same change, so that undo takes it back
 * as well.
 * @param words one line that begins with what it is about: `severity 2`, `declined: works as agreed`
 */
export function recordDecision(
  session: Row<TriageSession> | undefined,
  { key, by, now, left }: Sitting,
  issue: string,
  words: string,
): Intent {
  const standing = session?.values.removed === true ? undefined : session?.values
  const field = `${prefix}${issue}` as const
  const fields: Fields = {
    endedAt: now,
    left,
    [field]: withDecision(standing?.[field], words),
  }
  if (!standing) Object.assign(fields, { startedAt: now, by, removed: false })
  return { entity: 'triageSession', key, fields }
}

/** A later word on the same subject stands in place of the one before. */
function withDecision(standing: unknown, words: string): string {
  const lines = typeof standing === 'string' && standing !== '' ? standing.split('\n') : []
  const line = words.replace(/\s+/g, ' ').trim()
  const subject = subjectOf(line)
  const kept = lines.filter((other) => subject === undefined || subjectOf(other) !== subject)
  return [...kept, line].join('\n')
}

/** Undefined for what adds up: comments, splits. */
function subjectOf(line: string): (typeof subjects)[number] | 'outcome' | undefined {
  if (outcomes.some((outcome) => line.startsWith(outcome))) return 'outcome'
  return subjects.find((subject) => line.startsWith(subject))
}

export interface TriageRecord {
  readonly key: string
  readonly by: string
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly left: number
  /** In the order of the issues' keys. */
  readonly decided: readonly { readonly issue: string; readonly decisions: readonly string[] }[]
}

/** Sessions in which something was decided that still stands, latest first. */
export function triageRecords(rows: Iterable<Row<TriageSession>>): TriageRecord[] {
  const records: TriageRecord[] = []
  for (const { key, values } of rows) {
    if (values.removed || values.startedAt == null) continue
    const decided = Object.entries(values).flatMap(([field, value]) =>
      field.startsWith(prefix) && typeof value === 'string' && value !== ''
        ? [{ issue: field.slice(prefix.length), decisions: value.split('\n') }]
        : [],
    )
    if (decided.length === 0) continue
    records.push({
      key,
      by: values.by ?? '',
      startedAt: values.startedAt,
      endedAt: values.endedAt ?? values.startedAt,
      left: values.left ?? 0,
      decided: decided.sort((a, b) => (a.issue < b.issue ? -1 : 1)),
    })
  }
  return records.sort((a, b) => b.startedAt - a.startedAt)
}
