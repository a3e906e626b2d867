import type { Replica } from '../merge/replica'
import type { Row } from '../merge/row'
import type { CoverNeed, ShiftOverride, ShiftSwap } from '../model/entities'
import type { Instant } from '../model/value'
import { WallClock, wallMs } from '../time/wall-clock'
import { usableZone } from '../time/zone'
import { absencesOf } from './absences'
import { type PlanStretch, planStretches } from './plans'
import type { Cover, Exchange, Need, Rota, RotaTables, Seat } from './rota'
import { cut, SpanLine } from './span-line'
import { WeekWindows } from './week-windows'

const dayLength = 24 * 60 * 60_000

/** The rota's rows among all of an engagement's; `zone` is the engagement's. */
export function rotaTables(replica: Pick<Replica, 'rows'>, zone: string): RotaTables {
  return {
    rotation: replica.rows('rotation'),
    rotationPlan: replica.rows('rotationPlan'),
    shiftOverride: replica.rows('shiftOverride'),
    shiftSwap: replica.rows('shiftSwap'),
    coverNeed: replica.rows('coverNeed'),
    person: replica.rows('person'),
    leave: replica.rows('leave'),
    zone,
  }
}

/** What does not say enough yet is left out: a merge can bring the fields of a row one by one. */
export function readRota(tables: RotaTables): Rota {
  const plans = byText(tables.rotationPlan.values(), ({ values }) => values.rotation)
  const { ofSeats, extra } = readCovers(tables)
  const exchanges = readExchanges(tables.shiftSwap.values())
  const seats: Seat[] = []
  for (const { key, values } of tables.rotation.values()) {
    const { role, layer, removed } = values
    if (!role || removed === true) continue
    seats.push({
      key,
      role,
      layer: layer ?? 1,
      plans: planStretches(values, plans.get(key) ?? []),
      covers: lineOf(ofSeats.get(key) ?? []),
      exchanges: exchanges.get(key) ?? [],
    })
  }
  for (const { cover, role } of extra)
    seats.push({
      key: cover.override,
      role,
      layer: extraLayer,
      plans: new SpanLine<PlanStretch>(),
      covers: lineOf([cover]),
      exchanges: exchanges.get(cover.override) ?? [],
    })
  seats.sort((a, b) => a.layer - b.layer || (a.key < b.key ? -1 : 1))
  return { seats, absences: absencesOf(tables), needs: readNeeds(tables.coverNeed.values()) }
}

/** Whoever is on besides all rotations is asked after them. */
export const extraLayer = Number.POSITIVE_INFINITY

/** Those made later come later: they are laid over the others. */
function readCovers({ shiftOverride, rotation }: RotaTables) {
  const ofSeats = new Map<string, Cover[]>()
  const extra: { cover: Cover; role: NonNullable<ShiftOverride['role']> }[] = []
  for (const row of [...shiftOverride.values()].sort(byMaking)) {
    const cover = readCover(row)
    const seat = row.values.rotation
    if (!cover) continue
    if (seat && rotation.has(seat)) ofSeats.set(seat, [...(ofSeats.get(seat) ?? []), cover])
    else if (!seat && row.values.role) extra.push({ cover, role: row.values.role })
  }
  return { ofSeats, extra }
}

function byMaking(a: Row<ShiftOverride>, b: Row<ShiftOverride>): number {
  return (a.values.madeAt ?? 0) - (b.values.madeAt ?? 0) || (a.key < b.key ? -1 : 1)
}

function readCover({ key, values }: Row<ShiftOverride>): Cover | undefined {
  const clock = WallClock.of(usableZone(values.zone))
  const from = wallMs(values.from)
  const to = wallMs(values.to)
  if (values.removed === true || !values.person || from === undefined || to === undefined) return undefined
  const span = { from: clock.instantAt(from), to: clock.instantAt(to) }
  return cut({ ...span, person: values.person, override: key }, span)
}

function lineOf(covers: readonly Cover[]): SpanLine<Cover> {
  const line = new SpanLine<Cover>()
  for (const cover of covers) line.put(cover)
  return line
}

function readExchanges(swaps: Iterable<Row<ShiftSwap>>): Map<string, Exchange[]> {
  const bySeat = new Map<string, Exchange[]>()
  const add = (seat: string | null | undefined, from: unknown, to: unknown, gives: string, takes: string) => {
    if (!seat || typeof from !== 'number' || typeof to !== 'number' || from >= to) return
    const own = bySeat.get(seat) ?? []
    own.push({ from, to, gives, takes })
    bySeat.set(seat, own)
  }
  for (const { values } of [...swaps].sort(byApproval)) {
    const { state, offeredBy, takenBy } = values
    if (state !== 'approved' || !offeredBy || !takenBy) continue
    add(values.rotation, values.from, values.to, offeredBy, takenBy)
    add(values.returnRotation, values.returnFrom, values.returnTo, takenBy, offeredBy)
  }
  return bySeat
}

function byApproval(a: Row<ShiftSwap>, b: Row<ShiftSwap>): number {
  return (a.values.approvedAt ?? 0) - (b.values.approvedAt ?? 0) || (a.key < b.key ? -1 : 1)
}

function readNeeds(rows: Iterable<Row<CoverNeed>>): Need[] {
  return [...rows].flatMap(({ key, values }): Need[] => {
    const { role, people, removed } = values
    if (!role || !people || removed === true) return []
    const clock = WallClock.of(usableZone(values.zone))
    const from = midnight(values.from, clock) ?? Number.NEGATIVE_INFINITY
    const to = midnight(values.to, clock, 1) ?? Number.POSITIVE_INFINITY
    return [{ key, role, people, windows: WeekWindows.of(values, clock), from, to }]
  })
}

function midnight(day: string | null | undefined, clock: WallClock, daysAfter = 0): Instant | undefined {
  const wall = day ? wallMs(`${day}T00:00`) : undefined
  return wall === undefined ? undefined : clock.instantAt(wall + daysAfter * dayLength)
}

function byText<V>(
  rows: Iterable<Row<V>>,
  text: (row: Row<V>) => string | null | undefined,
): Map<string, Row<V>[]> {
  const groups = new Map<string, Row<V>[]>()
  for (const row of rows) {
    const group = text(row)
    if (!group) continue
    const rowsOf = groups.get(group)
    if (rowsOf) rowsOf.push(row)
    else groups.set(group, [row])
  }
  return groups
}
