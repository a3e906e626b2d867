import { begunAt, standsSince } from '../merge/apply'
import type { Row } from '../merge/row'
import type { Leave } from '../model/entities'
import { WallClock, type WallMs, wallMs } from '../time/wall-clock'
import { usableZone } from '../time/zone'
import type { RotaTables } from './rota'
import { cut, type Span, SpanLine } from './span-line'

const dayLength = 24 * 60 * 60_000
const forever = Number.POSITIVE_INFINITY

/** When each person is not there at all: days of leave, and all time after the last day or the removal. */
export function absencesOf({
  person,
  leave,
  zone,
}: Pick<RotaTables, 'person' | 'leave' | 'zone'>): ReadonlyMap<string, readonly Span[]> {
  const clock = WallClock.of(usableZone(zone))
  const lines = new Map<string, SpanLine<Span>>()
  const add = (who: string, span: Span) => {
    const line = lines.get(who) ?? new SpanLine<Span>()
    line.put(span)
    lines.set(who, line)
  }
  for (const row of leave.values()) {
    const span = leaveSpan(row, clock)
    if (span && row.values.person) add(row.values.person, span)
  }
  for (const [key, row] of person) {
    const last = midnight(row.values.leftOn)
    if (last !== undefined) add(key, { from: clock.instantAt(last + dayLength), to: forever })
    if (row.values.removed === true) add(key, { from: standsSince(row, 'removed'), to: forever })
  }
  return new Map([...lines].map(([who, { spans }]) => [who, spans]))
}

/** Leave that was taken back was leave on the days between: what has been stays as it was. */
function leaveSpan(row: Row<Leave>, clock: WallClock): Span | undefined {
  const from = midnight(row.values.from)
  const to = midnight(row.values.to)
  if (from === undefined || to === undefined) return undefined
  const days = { from: clock.instantAt(from), to: clock.instantAt(to + dayLength) }
  if (row.values.removed !== true) return cut(days, days)
  const midnightBefore = (instant: number) =>
    clock.instantAt(Math.floor(clock.wallAt(instant) / dayLength) * dayLength)
  const stood = { from: midnightBefore(begunAt(row)), to: midnightBefore(standsSince(row, 'removed')) }
  return cut(days, stood)
}

const midnight = (day: string | null | undefined): WallMs | undefined =>
  day ? wallMs(`${day}T00:00`) : undefined
