import type { Freshness } from '../merge/freshness'
import type { Row } from '../merge/row'
import type { Seen } from '../merge/seen'
import type { LaptopId } from '../merge/stamp'
import type { Laptop } from '../model/entities'
import type { Instant } from '../model/value'
import { type Planned, planned } from '../triage/plan'

type LaptopRows = ReadonlyMap<string, Row<Laptop>>

/** Nobody waits for its word any more, nor is reminded of it, until it is heard of again. */
export function retireLaptop(
  { laptop, writer }: Pick<Freshness, 'laptop' | 'writer'>,
  seen: ReadonlyMap<LaptopId, Seen>,
  now: Instant,
): Planned {
  const fields = { name: writer, retiredAt: now, retiredWith: seen.get(laptop)?.to ?? 0, removed: false }
  return planned(`Laptop of ${writer} retired`, [{ entity: 'laptop', key: laptop, fields }])
}

export function takeBackLaptop({ laptop, writer }: Pick<Freshness, 'laptop' | 'writer'>): Planned {
  return planned(`Laptop of ${writer} in use again`, [
    { entity: 'laptop', key: laptop, fields: { retiredAt: null, retiredWith: null } },
  ])
}

/** Since when a laptop is retired; undefined for one in use: what was heard of it later has brought it back. */
export function retiredSince(
  { laptop, heardAt }: Pick<Freshness, 'laptop' | 'heardAt'>,
  laptops: LaptopRows,
  seen: ReadonlyMap<LaptopId, Seen>,
): Instant | undefined {
  const { retiredAt, retiredWith, removed } = laptops.get(laptop)?.values ?? {}
  if (retiredAt == null || removed === true || heardAt > retiredAt) return undefined
  return (seen.get(laptop)?.to ?? 0) > (retiredWith ?? 0) ? undefined : retiredAt
}
