import type { Value } from '../model/value'

/** A tracked field and a value of it, as one number. */
export type TrackedValue = number

export interface FieldAndValue {
  readonly field: string
  readonly value: Value
}

/**
 * Every value that a tracked field ever had, kept once: a few hundred people, teams and statuses, told by numbers in
 * the histories of a hundred thousand rows.
 */
export class TrackedValues {
  readonly all: FieldAndValue[] = []
  private readonly places = new Map<string, Map<Value, TrackedValue>>()

  constructor(all: readonly FieldAndValue[] = []) {
    for (const { field, value } of all) this.of(field, value)
  }

  of(field: string, value: Value): TrackedValue {
    let ofField = this.places.get(field)
    if (!ofField) {
      ofField = new Map()
      this.places.set(field, ofField)
    }
    let tracked = ofField.get(value)
    if (tracked === undefined) {
      tracked = this.all.push({ field, value }) - 1
      ofField.set(value, tracked)
    }
    return tracked
  }

  /** @throws RangeError for a number that `of` has not given. */
  at(tracked: TrackedValue): FieldAndValue {
    const known = this.all[tracked]
    if (!known) throw new RangeError(`There is no tracked value ${tracked}`)
    return known
  }
}
