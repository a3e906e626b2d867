import { isPolicyField } from '../model/engagement'
import { trackedExitCriterionFields } from '../model/exit-criterion'
import { trackedHandoverFields } from '../model/handover-item'
import { trackedIssueFields } from '../model/issue'
import { trackedPatchFields } from '../model/patch'
import { trackedRetestFields } from '../model/retest'
import type { Instant, Value } from '../model/value'
import type { Head, Heads } from './heads'
import type { Moment, Row } from './row'
import type { TrackedValue } from './tracked-values'

/** A moment takes so many places of a trail: the head, then the field and its value. */
const width = 2

const ofEntity = new Map<string, ReadonlySet<string>>([
  ['issue', new Set(trackedIssueFields)],
  ['patch', new Set(trackedPatchFields)],
  ['retest', new Set(trackedRetestFields)],
  ['handoverItem', new Set(trackedHandoverFields)],
  ['knowledgeSession', new Set(trackedHandoverFields)],
  ['exitCriterion', new Set(trackedExitCriterionFields)],
])

/** Whether the history of a field is kept: of some of those by which a past day is told, and of the engagement's policy. */
export function isTracked(entity: string, field: string): boolean {
  const known = ofEntity.get(entity)
  return known ? known.has(field) : entity === 'engagement' && isPolicyField(field)
}

/** Every known moment of a field whose history is kept, oldest first. */
export function momentsOf(
  row: Pick<Row, 'values' | 'heads' | 'first' | 'trail'>,
  field: string,
): readonly Moment[] {
  const { heads, trail } = row
  const moments: Moment[] = []
  for (let index = 0; trail && index < trail.length; index += width) {
    const tracked = heads.tracked.at(trackedAt(trail, index))
    if (tracked.field === field) moments.push(momentOf(heads, headAt(trail, index), tracked.value))
  }
  if (moments.length > 0 || !Object.hasOwn(row.values, field)) return moments
  return [momentOf(heads, row.first, row.values[field] as Value)]
}

/** Whether any moment of the row's history became known after an instant. */
export function becameKnownAfter(
  { heads, first, trail }: Pick<Row, 'heads' | 'first' | 'trail'>,
  instant: Instant,
): boolean {
  if (heads.knownAt(first) > instant) return true
  for (let index = 0; trail && index < trail.length; index += width)
    if (heads.knownAt(headAt(trail, index)) > instant) return true
  return false
}

/** Adds a moment to a tracked field's history, before its value is put in place. */
export function follow(row: Row, field: string, head: Head, value: Value): void {
  const trail = row.trail ?? []
  row.trail = trail
  if (!has(row, trail, field) && Object.hasOwn(row.values, field))
    insert(row, trail, field, row.first, row.values[field] as Value)
  insert(row, trail, field, head, value)
}

/** A row's trail as other heads tell it, which call its own heads by what `headOf` gives. */
export function trailAmong(
  other: Heads,
  headOf: (head: Head) => Head,
  { heads, trail }: Pick<Row, 'heads' | 'trail'>,
): Row['trail'] {
  return trail?.map((number, index) => {
    if (index % width === 0) return headOf(number)
    const { field, value } = heads.tracked.at(number)
    return other.tracked.of(field, value)
  })
}

function insert({ heads }: Row, trail: number[], field: string, head: Head, value: Value): void {
  let index = trail.length
  while (index > 0) {
    const before = headAt(trail, index - width)
    if ((heads.at(before) - heads.at(head) || heads.compare(before, head)) <= 0) break
    index -= width
  }
  const tracked = heads.tracked.of(field, value)
  if (index === trail.length) trail.push(head, tracked)
  else trail.splice(index, 0, head, tracked)
}

function momentOf(heads: Heads, head: Head, value: Value): Moment {
  return {
    at: heads.at(head),
    value,
    by: heads.by(head),
    writtenAt: heads.wall(head),
    knownAt: heads.knownAt(head),
  }
}

function has({ heads }: Row, trail: readonly number[], field: string): boolean {
  for (let index = 0; index < trail.length; index += width)
    if (heads.tracked.at(trackedAt(trail, index)).field === field) return true
  return false
}

function headAt(trail: readonly number[], index: number): Head {
  return trail[index] ?? 0
}

function trackedAt(trail: readonly number[], index: number): TrackedValue {
  return trail[index + 1] ?? 0
}
