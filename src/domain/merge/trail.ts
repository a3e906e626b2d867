import { type TrackedIssueField, trackedIssueFields } from '../model/issue'
import type { Value } from '../model/value'
import type { Head, Heads } from './heads'
import type { Moment, Row, Written } from './row'

/** A moment takes so many places of a trail: the field's place among the tracked ones, the head, the value. */
const width = 3

/** Every known moment of a tracked field, oldest first. */
export function momentsOf(
  row: Pick<Row, 'values' | 'heads' | 'first' | 'trail'>,
  field: TrackedIssueField,
): readonly Moment[] {
  const { heads, trail } = row
  const place = trackedIssueFields.indexOf(field)
  const moments: Moment[] = []
  for (let index = 0; trail && index < trail.length; index += width)
    if (trail[index] === place) moments.push(momentOf(heads, headAt(trail, index), trail[index + 2] as Value))
  if (moments.length > 0 || !Object.hasOwn(row.values, field)) return moments
  return [momentOf(heads, row.first, row.values[field] as Value)]
}

/** Adds a moment to a tracked field's history, before its value is put in place. */
export function follow(row: Row, field: string, place: number, { head, value }: Written): void {
  const trail = row.trail ?? []
  row.trail = trail
  if (!has(trail, place) && Object.hasOwn(row.values, field))
    insert(row, trail, place, row.first, row.values[field] as Value)
  insert(row, trail, place, head, value)
}

function insert({ heads }: Row, trail: Value[], place: number, head: Head, value: Value): void {
  let index = trail.length
  while (index > 0) {
    const before = headAt(trail, index - width)
    if ((heads.at(before) - heads.at(head) || heads.compare(before, head)) <= 0) break
    index -= width
  }
  trail.splice(index, 0, place, head, value)
}

function momentOf(heads: Heads, head: Head, value: Value): Moment {
  return { at: heads.at(head), value, by: heads.by(head), writtenAt: heads.wall(head) }
}

function has(trail: readonly Value[], place: number): boolean {
  for (let index = 0; index < trail.length; index += width) if (trail[index] === place) return true
  return false
}

function headAt(trail: readonly Value[], index: number): Head {
  return trail[index + 1] as Head
}
