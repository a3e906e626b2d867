import { isNight, leastOfNight } from './fairness'
import { type FillModel, type FillQuestion, shiftIn } from './fill-question'
import type { LinearProgram, Term } from './linear-program'
import type { Slot } from './open-slots'
import { type Stretch, stretchesOf, timeOutside, timeWithin } from './stretch'

/** Something that is shared out: how much of it a slot brings, and how much somebody has already. */
interface Load {
  /** Of what is everybody’s even share, against that of the others. */
  readonly weight: number
  readonly brings: (slot: Slot, question: FillQuestion) => number
  readonly had: (stretches: readonly Stretch[], question: FillQuestion) => number
}

const loads: readonly Load[] = [
  {
    weight: 100,
    brings: ({ from, to }) => to - from,
    had: (stretches, { period }) => timeWithin(stretches, period.from, period.to),
  },
  {
    weight: 60,
    brings: (slot, { open }) => timeOutside(stretchesOf([shiftIn(slot, 0, '')]), open, slot.from, slot.to),
    had: (stretches, { open, period }) => timeOutside(stretches, open, period.from, period.to),
  },
  {
    weight: 40,
    brings: (slot, { nights }) => (isNight(slot, nights) ? 1 : 0),
    had: (stretches, { nights }) =>
      nights.filter(({ from, to }) => timeWithin(stretches, from, to) >= leastOfNight).length,
  },
]

/** An even share is paid for in this many parts, each dearer than the one before. */
const partsOfShare = 4
const parts = 3 * partsOfShare

/** What one more costs somebody grows with what they have already, so that each load is spread. */
export function shareOut({ program, columns }: FillModel, question: FillQuestion): void {
  const { slots, helpers, fixed } = question
  for (const { weight, brings, had } of loads) {
    const amounts = slots.map((slot) => brings(slot, question))
    const whole = amounts.reduce((sum, amount) => sum + amount, 0)
    const sharers = helpers
      .map(({ person }) => ({
        terms: slots.flatMap((_, place) => {
          const column = columns[place]?.get(person)
          return column !== undefined && amounts[place] ? [{ column, times: amounts[place] }] : []
        }),
        had: had(stretchesOf(fixed.filter((shift) => shift.person === person)), question),
      }))
      .filter(({ terms }) => terms.length > 0)
    const even = whole / sharers.length
    for (const { terms, had } of sharers) pay(program, terms, had, even, weight)
  }
}

/** Amounts are told as parts of the even share. */
function pay(
  program: LinearProgram,
  terms: readonly Term[],
  had: number,
  even: number,
  weight: number,
): void {
  const steps = Array.from({ length: parts }, (_, place) => {
    const size = place < parts - 1 ? 1 / partsOfShare : Number.POSITIVE_INFINITY
    return { column: program.column((weight * (place + 1)) / parts, size), times: -1 }
  })
  const shares = terms.map(({ column, times }) => ({ column, times: times / even }))
  program.constrain([...shares, ...steps], { lower: -had / even, upper: -had / even })
}
