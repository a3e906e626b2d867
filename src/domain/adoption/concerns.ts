import { begunAt } from '../merge/apply'
import type { Row } from '../merge/row'
import type { ConcernKind, ConcernState } from '../model/adoption'
import { type AdoptionConcern, fieldProblem } from '../model/entities'
import type { Fields, Instant } from '../model/value'
import type { Day } from '../time/day'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import type { Trend } from './trends'

export type ConcernRow = Row<AdoptionConcern>

export const concernKindWords: Readonly<Record<ConcernKind, string>> = {
  drop: 'Drop',
  fade: 'Spike, then decline',
  silent: 'Silent group',
  other: 'Other',
}

export const concernStateWords: Readonly<Record<ConcernState, string>> = {
  open: 'Open',
  done: 'Done',
  dismissed: 'No concern',
}

/** A concern as somebody fills it in. */
export interface ConcernForm {
  readonly title: string
  readonly kind: ConcernKind
  /** '' for everybody. */
  readonly group: string
  readonly day: Day
  readonly seen: string
  readonly action: string
  readonly owner: string | null
}

export function concernOfTrend({ title, kind, group, day, seen }: Trend): ConcernForm {
  return { title, kind, group: group ?? '', day, seen, action: '', owner: null }
}

export function concernForm({ values }: ConcernRow): ConcernForm {
  const { title, kind, group, day, seen, action, owner } = values
  return {
    title: title ?? '',
    kind: kind ?? 'other',
    group: group ?? '',
    day: day ?? '',
    seen: seen ?? '',
    action: action ?? '',
    owner: owner ?? null,
  }
}

/** Writes a concern down, or what has changed of it. @param key a fresh random key, or that of the row */
export function writeConcern(
  key: string,
  standing: ConcernRow | undefined,
  form: ConcernForm,
  now: Instant,
): Planned | Refused {
  const title = form.title.trim()
  if (title === '') return refused('Say what the concern is.')
  const values: AdoptionConcern = standing?.values ?? {}
  const wanted: AdoptionConcern = {
    title,
    kind: form.kind,
    group: form.group.trim() || null,
    day: form.day || null,
    seen: form.seen.trim() || null,
    action: form.action.trim() || null,
    owner: form.owner,
    ...(!standing && { state: 'open', raisedAt: now }),
  }
  const fields: Fields = {}
  for (const [field, value] of Object.entries(wanted)) {
    if ((values[field as keyof AdoptionConcern] ?? null) === value) continue
    if (fieldProblem('adoptionConcern', field, value))
      return refused('A text is too long, or the day is none.')
    fields[field] = value
  }
  const label = `Concern “${title.slice(0, 80)}” ${standing ? 'changed' : 'written down'}`
  return planned(label, [{ entity: 'adoptionConcern', key, fields }])
}

/** A trend that somebody looked at and that is none: it is not shown again for what it showed by. */
export function dismissTrend(key: string, trend: Trend, now: Instant): Planned {
  const { title, kind, group, day, seen } = trend
  return planned(`“${title.slice(0, 80)}” is no concern`, [
    {
      entity: 'adoptionConcern',
      key,
      fields: {
        title,
        kind,
        group: group ?? null,
        day,
        seen,
        state: 'dismissed',
        raisedAt: now,
        endedAt: now,
      },
    },
  ])
}

export function setConcernState(row: ConcernRow, state: ConcernState, now: Instant): Planned {
  if (stateOf(row) === state) return planned('Nothing changed', [])
  const label = `Concern “${(row.values.title ?? '').slice(0, 80)}”: ${concernStateWords[state].toLowerCase()}`
  return planned(label, [
    { entity: 'adoptionConcern', key: row.key, fields: { state, endedAt: state === 'open' ? null : now } },
  ])
}

export function removeConcern(row: ConcernRow): Planned {
  return planned(`Concern “${(row.values.title ?? '').slice(0, 80)}” removed`, [
    { entity: 'adoptionConcern', key: row.key, fields: { removed: true } },
  ])
}

const stateOf = ({ values }: ConcernRow): ConcernState => values.state ?? 'open'

/** Those that are there: open ones first, the latest first. */
export function concernsInOrder(rows: Iterable<ConcernRow>): ConcernRow[] {
  return [...rows]
    .filter(({ values }) => values.removed !== true)
    .sort(
      (a, b) =>
        Number(stateOf(a) !== 'open') - Number(stateOf(b) !== 'open') ||
        raisedAt(b) - raisedAt(a) ||
        (a.key < b.key ? -1 : 1),
    )
}

/** Those that were open at an instant, the latest first. */
export function openConcerns(rows: Iterable<ConcernRow>, asOf: Instant): ConcernRow[] {
  return [...rows]
    .filter(({ values }) => values.removed !== true)
    .filter((row) => raisedAt(row) <= asOf && (row.values.endedAt == null || row.values.endedAt > asOf))
    .sort((a, b) => raisedAt(b) - raisedAt(a) || (a.key < b.key ? -1 : 1))
}

const raisedAt = (row: ConcernRow): Instant => row.values.raisedAt ?? begunAt(row)

/** Trends that nobody looks after, and that showed after anybody last ended a concern about the same. */
export function newTrends(trends: readonly Trend[], rows: Iterable<ConcernRow>): Trend[] {
  const known = [...rows].filter(({ values }) => values.removed !== true)
  return trends.filter(
    (trend) =>
      !known.some(
        (row) =>
          row.values.kind === trend.kind &&
          (row.values.group ?? undefined) === trend.group &&
          (stateOf(row) === 'open' || (row.values.day ?? '') >= trend.day),
      ),
  )
}
