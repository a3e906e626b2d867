import { effectiveAt, type Operation } from '../merge/operation'
import type { Stamp } from '../merge/stamp'
import type { Instant, Value } from '../model/value'

/** What stood in a field before those who disagree wrote. */
export interface BeforeBoth {
  readonly value: Value
  readonly by: string
  readonly at: Instant
}

/**
 * The last write that all of these have seen, one after the other or at once, found through what each names as its
 * predecessors; undefined where they have none in common.
 * @param operations everything that happened to the row
 */
export function beforeBoth(
  operations: readonly Operation[],
  field: string,
  stamps: readonly Stamp[],
): BeforeBoth | undefined {
  const writes = new Map(
    operations.filter(({ fields }) => Object.hasOwn(fields, field)).map((one) => [one.stamp, one]),
  )
  const [first, ...others] = stamps.map((stamp) => ancestorsOf(writes, field, stamp))
  const common = [...(first ?? [])].filter((stamp) => others.every((seen) => seen.has(stamp))).sort()
  const last = writes.get(common.at(-1) ?? ('' as Stamp))
  return last && { value: last.fields[field] as Value, by: last.by, at: effectiveAt(last) }
}

function ancestorsOf(writes: ReadonlyMap<Stamp, Operation>, field: string, stamp: Stamp): Set<Stamp> {
  const found = new Set<Stamp>()
  const open = [stamp]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const before of writes.get(next)?.was?.[field] ?? []) {
      if (found.has(before)) continue
      found.add(before)
      open.push(before)
    }
  }
  return found
}
