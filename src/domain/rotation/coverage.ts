import type { Instant } from '../model/value'
import type { Need, Rota } from './rota'
import { type ShiftRole, shiftRoles } from './shift'
import { shiftsBetween } from './shifts'
import { cut, type Span } from './span-line'

/** How many a role needs and has, over a stretch in which neither changes. */
export interface CoverStretch extends Span {
  readonly role: ShiftRole
  readonly needed: number
  /** Different people who are on. */
  readonly on: number
}

/** A stretch in which a role has fewer people on than it needs. */
export type CoverageGap = CoverStretch

/**
 * Every gap of the period, cut to it: by role, earliest first.
 * @param shifts those of the period, where they are known already
 */
export function coverageGaps(
  rota: Rota,
  from: Instant,
  to: Instant,
  shifts = shiftsBetween(rota, from, to),
): readonly CoverageGap[] {
  return coverBetween(rota, from, to, shifts).filter(({ needed, on }) => on < needed)
}

/** What is needed and who is there, for every role and hour of the period in which somebody is needed. */
export function coverBetween(
  rota: Rota,
  from: Instant,
  to: Instant,
  shifts = shiftsBetween(rota, from, to),
): readonly CoverStretch[] {
  return shiftRoles.flatMap((role) => {
    const needs = rota.needs.filter((need) => need.role === role).flatMap((need) => needed(need, from, to))
    if (needs.length === 0) return []
    const counts = new Counts()
    for (const { people, ...span } of needs) counts.need(span, people)
    for (const shift of shifts) {
      const span = shift.role === role ? cut(shift, { from, to }) : undefined
      if (span) counts.on(span, shift.person)
    }
    return counts.stretches().map((stretch) => ({ role, ...stretch }))
  })
}

function needed(need: Need, from: Instant, to: Instant): (Span & { people: number })[] {
  const period = cut({ from: need.from, to: need.to }, { from, to })
  if (!period) return []
  const spans = need.windows ? need.windows.between(period.from, period.to) : [period]
  return spans.flatMap((span) => {
    const inside = cut(span, period)
    return inside ? [{ from: inside.from, to: inside.to, people: need.people }] : []
  })
}

/** Somebody comes or goes, or something begins or ends to be needed. */
interface Change {
  readonly at: Instant
  readonly of: { readonly person: string } | { readonly people: number }
  readonly by: 1 | -1
}

/** Counts along the time what is needed and who is on. */
class Counts {
  private readonly changes: Change[] = []
  private readonly needs = new Map<number, number>()
  private readonly people = new Map<string, number>()

  need(span: Span, people: number): void {
    this.add(span, { people })
  }

  on(span: Span, person: string): void {
    this.add(span, { person })
  }

  stretches(): Counted[] {
    const found: Counted[] = []
    this.changes.sort((a, b) => a.at - b.at)
    for (const [place, { at, of, by }] of this.changes.entries()) {
      if ('person' in of) count(this.people, of.person, by)
      else count(this.needs, of.people, by)
      const until = this.changes[place + 1]?.at ?? at
      const needed = Math.max(0, ...this.needs.keys())
      if (until === at || needed === 0) continue
      const on = this.people.size
      const last = found.at(-1)
      if (last?.to === at && last.needed === needed && last.on === on)
        found.splice(-1, 1, { ...last, to: until })
      else found.push({ from: at, to: until, needed, on })
    }
    return found
  }

  private add({ from, to }: Span, of: Change['of']): void {
    this.changes.push({ at: from, of, by: 1 }, { at: to, of, by: -1 })
  }
}

type Counted = Omit<CoverStretch, 'role'>

function count<K>(counts: Map<K, number>, key: K, by: number): void {
  const now = (counts.get(key) ?? 0) + by
  if (now > 0) counts.set(key, now)
  else counts.delete(key)
}
