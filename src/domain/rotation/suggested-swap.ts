import type { Instant } from '../model/value'
import type { DayIndex } from '../time/day-index'
import { type Breach, breachesOf, daysOfShifts, dutyOf, type Excess, excessOf, fatigueRules } from './fatigue'
import type { Shift, ShiftRole } from './shift'
import type { ShiftLimits } from './shift-limits'
import { byStart, shiftsByPerson } from './stretch'

/** Somebody who can be asked to take a shift. */
export interface Helper {
  readonly person: string
  readonly roles: ReadonlySet<ShiftRole>
  /** Neither left nor on leave at any time of it. */
  readonly isThere: (from: Instant, to: Instant) => boolean
}

/** Another person takes a shift; with `take`, they give one of theirs in return. */
export interface SuggestedSwap {
  readonly give: Shift
  readonly to: string
  readonly take?: Shift
}

/**
 * Finds swaps that mend a breach and break nothing else, for either person: nobody is on twice at a time, in a role that
 * is not theirs, on leave, or worse off by any rule. What has begun is not swapped any more.
 */
export class SwapFinder {
  private readonly byPerson: ReadonlyMap<string, readonly Shift[]>
  private readonly days: DayIndex
  private readonly excesses = new Map<string, Excess>()
  /** Who has least to do is asked first. */
  private readonly helpers: readonly Helper[]

  constructor(
    shifts: readonly Shift[],
    helpers: readonly Helper[],
    private readonly limits: ShiftLimits,
    zone: string,
    private readonly now: Instant,
  ) {
    this.byPerson = shiftsByPerson(shifts)
    this.days = daysOfShifts(shifts, zone)
    const load = (person: string) => this.shiftsOf(person).reduce((sum, { from, to }) => sum + to - from, 0)
    this.helpers = helpers
      .map((helper) => ({ helper, load: load(helper.person) }))
      .sort((a, b) => a.load - b.load || (a.helper.person < b.helper.person ? -1 : 1))
      .map(({ helper }) => helper)
  }

  /** The first that is good, looked for in steps: better one shift given away than two moved. */
  swapFor(breach: Breach): Generator<void, SuggestedSwap | undefined> {
    const mends = (shifts: readonly Shift[]) => !this.isBroken(breach, shifts)
    return this.firstSwap(breach.person, this.toComeOf(breach.shifts), mends)
  }

  /** A shift that somebody who carries too much can give away: the next one for which there is a good swap. */
  reliefFor(person: string): Generator<void, SuggestedSwap | undefined> {
    return this.firstSwap(person, this.toComeOf(this.shiftsOf(person)), () => true, 'give')
  }

  private *firstSwap(
    giver: string,
    shifts: readonly Shift[],
    mends: (shifts: readonly Shift[]) => boolean,
    how: 'give' | 'either' = 'either',
  ): Generator<void, SuggestedSwap | undefined> {
    for (const give of shifts)
      for (const helper of this.takersOf(give)) {
        yield
        if (this.isGood(giver, helper.person, give, undefined, mends)) return { give, to: helper.person }
      }
    if (how === 'give') return undefined
    const giving = this.helpers.find(({ person }) => person === giver)
    if (!giving) return undefined
    for (const give of shifts)
      for (const helper of this.takersOf(give))
        for (const take of this.toComeOf(this.shiftsOf(helper.person))) {
          if (!canTake(giving, take)) continue
          yield
          if (this.isGood(giver, helper.person, give, take, mends)) return { give, to: helper.person, take }
        }
    return undefined
  }

  private isGood(
    giver: string,
    taker: string,
    give: Shift,
    take: Shift | undefined,
    mends: (shifts: readonly Shift[]) => boolean,
  ): boolean {
    const giverAfter = withSwap(this.shiftsOf(giver), give, take)
    const takerAfter = withSwap(this.shiftsOf(taker), take, give)
    if (!giverAfter || !takerAfter) return false
    return mends(giverAfter) && this.isNoWorse(giver, giverAfter) && this.isNoWorse(taker, takerAfter)
  }

  private isNoWorse(person: string, shifts: readonly Shift[]): boolean {
    let before = this.excesses.get(person)
    if (!before) {
      before = this.excessOf(person, this.shiftsOf(person))
      this.excesses.set(person, before)
    }
    const after = this.excessOf(person, shifts)
    return fatigueRules.every((rule) => after[rule] <= (before[rule] as number))
  }

  private isBroken({ rule, person, from, to }: Breach, shifts: readonly Shift[]): boolean {
    return breachesOf(dutyOf(person, shifts, this.limits, this.days), this.limits).some(
      (other) => other.rule === rule && other.from < to && other.to > from,
    )
  }

  private excessOf(person: string, shifts: readonly Shift[]): Excess {
    return excessOf(dutyOf(person, shifts, this.limits, this.days), this.limits)
  }

  private takersOf(shift: Shift): readonly Helper[] {
    return this.helpers.filter((helper) => helper.person !== shift.person && canTake(helper, shift))
  }

  private toComeOf(shifts: readonly Shift[]): readonly Shift[] {
    return shifts.filter(({ from }) => from > this.now).sort(byStart)
  }

  private shiftsOf(person: string): readonly Shift[] {
    return this.byPerson.get(person) ?? []
  }
}

const canTake = ({ roles, isThere }: Helper, { role, from, to }: Shift) =>
  roles.has(role) && isThere(from, to)

/** Shifts with one less and one more; undefined where somebody would be on twice at a time. */
function withSwap(
  shifts: readonly Shift[],
  less: Shift | undefined,
  more: Shift | undefined,
): readonly Shift[] | undefined {
  const kept = shifts.filter((shift) => shift !== less)
  if (!more) return kept
  if (kept.some((shift) => shift.from < more.to && more.from < shift.to)) return undefined
  return [...kept, more]
}
