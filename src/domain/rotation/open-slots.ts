import type { Instant } from '../model/value'
import { DayIndex } from '../time/day-index'
import { instantAtWall } from '../time/wall'
import { coverageGaps } from './coverage'
import type { Rota } from './rota'
import { type Shift, type ShiftRole, shiftRoles } from './shift'
import { longestStretchHours, type ShiftLimits } from './shift-limits'
import { shiftsBetween, vacanciesBetween } from './shifts'
import type { Span } from './span-line'

/** A place in the rota for which somebody is looked for. */
export interface Slot extends Span {
  readonly role: ShiftRole
  /** Key of the rotation in whose place somebody would be; null for somebody besides all rotations. */
  readonly rotation: string | null
  /** Who has it now. */
  readonly current: string | undefined
}

/** Whether only empty places are filled, or the turns of rotations are given anew, too. */
export type FillKind = 'gaps' | 'anew'

export interface OpenSlots {
  readonly slots: readonly Slot[]
  /** What stays as it is. */
  readonly fixed: readonly Shift[]
}

const hour = 3_600_000
/** Where long stretches are cut: the hours at which most teams change shifts. */
const changes = ['06:00', '14:00', '22:00']
const shortest = hour

/**
 * What is to be filled in a period: places of rotations without anybody, needed cover beyond those, and with `anew` the
 * turns that nobody has agreed on yet. What began before the period, or was swapped or written over by hand, stays.
 */
export function openSlots(
  rota: Rota,
  { from, to, kind, limits, zone }: Span & { kind: FillKind; limits: ShiftLimits; zone: string },
): OpenSlots {
  const margin = 14 * 24 * hour
  const all = shiftsBetween(rota, from - margin, to + margin)
  const longest = longestStretchHours(limits) * hour
  const isGivenAnew = (shift: Shift) =>
    kind === 'anew' &&
    shift.origin === 'rotation' &&
    shift.from >= from &&
    shift.to <= to &&
    shift.to - shift.from <= longest
  const cuts = cutsBetween(from, to, zone)
  const parts = (slot: Slot): Slot[] => (slot.to - slot.from <= longest ? [slot] : cutAt(slot, cuts))
  const vacant = vacanciesBetween(rota, from, to).flatMap(({ role, rotation, ...span }) =>
    cutTo(span, from, to).map((span): Slot => ({ ...span, role, rotation, current: undefined })),
  )
  const empty = [...vacant, ...neededBeyond(rota, vacant, from, to)].flatMap(parts)
  const turns = all
    .filter(isGivenAnew)
    .map(({ role, rotation, person, from, to }): Slot => ({ role, rotation, current: person, from, to }))
  return {
    slots: [...empty, ...turns].filter((slot) => slot.to - slot.from >= shortest).sort(bySlot),
    fixed: all.filter((shift) => !isGivenAnew(shift)),
  }
}

/** Needed places that are left when all places of rotations have somebody. */
function neededBeyond(rota: Rota, vacant: readonly Slot[], from: Instant, to: Instant): Slot[] {
  const gaps = coverageGaps(rota, from, to)
  return shiftRoles.flatMap((role) => {
    const own = vacant.filter((slot) => slot.role === role)
    const short = gaps
      .filter((gap) => gap.role === role)
      .flatMap((gap) =>
        cutAt({ ...gap, rotation: null, current: undefined }, edgesOf(own)).map((part) => ({
          ...part,
          count:
            gap.needed - gap.on - own.filter((slot) => slot.from < part.to && part.from < slot.to).length,
        })),
      )
    return layersOf(short, role)
  })
}

/** One place for each of those who are short, for as long as somebody is: two who are short for an hour are two places. */
function layersOf(short: readonly (Span & { readonly count: number })[], role: ShiftRole): Slot[] {
  const most = short.reduce((most, { count }) => Math.max(most, count), 0)
  const layers = Array.from({ length: most }, (_, layer) => short.filter(({ count }) => count > layer))
  return layers.flatMap((parts) => {
    const runs: Span[] = []
    for (const { from, to } of parts) {
      const last = runs.at(-1)
      if (last?.to === from) runs.splice(-1, 1, { from: last.from, to })
      else runs.push({ from, to })
    }
    return runs.map((run): Slot => ({ ...run, role, rotation: null, current: undefined }))
  })
}

const edgesOf = (spans: readonly Span[]) => spans.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b)

function cutAt<S extends Span>(span: S, at: readonly Instant[]): S[] {
  const inside = at.filter((instant) => span.from < instant && instant < span.to)
  const edges = [...new Set([span.from, ...inside, span.to])]
  return edges.slice(1).map((to, place) => ({ ...span, from: edges[place] as Instant, to }))
}

function cutTo<S extends Span>(span: S, from: Instant, to: Instant): S[] {
  const cut = { ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }
  return cut.from < cut.to ? [cut] : []
}

function cutsBetween(from: Instant, to: Instant, zone: string): Instant[] {
  return DayIndex.between(from, to, zone).days.flatMap((day) =>
    changes.flatMap((time) => instantAtWall(`${day}T${time}`, zone) ?? []),
  )
}

/** Earliest first; the rest settles the order, so that the same rota gives the same slots. */
function bySlot(a: Slot, b: Slot): number {
  const text = ({ role, rotation, current }: Slot) => `${role} ${rotation ?? ''} ${current ?? ''}`
  return a.from - b.from || a.to - b.to || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0)
}
