import type { Instant } from '../model/value'
import type { ClockDoubt, ClockEvidence } from './clock-doubt'
import type { LaptopId } from './stamp'

/** How laptops and times are named where a doubt is told. */
export interface DoubtTelling {
  readonly laptopName: (laptop: LaptopId) => string
  readonly instant: (instant: Instant) => string
}

/** A doubt in plain words: what seems wrong, what tells so, and what to do. */
export interface ToldDoubt {
  readonly what: string
  readonly why: readonly string[]
  readonly advice: string
}

const minute = 60_000
const units: readonly (readonly [name: string, length: number])[] = [
  ['year', 365 * 24 * 60 * minute],
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
]
const nothingIsLost = 'Nothing is lost by it and everybody can work on'

export function tellDoubt(doubt: ClockDoubt, telling: DoubtTelling): ToldDoubt {
  const { whose, laptop, direction, by, evidence } = doubt
  const name = laptop === undefined ? '' : telling.laptopName(laptop)
  const why = evidence.map((one) => evidenceText(one, telling))
  const apart = durationText(by)
  if (whose === 'this')
    return {
      what: `This laptop’s clock seems to be ${apart} ${direction}`,
      why,
      advice: `Look at its date, time and time zone. ${nothingIsLost}; only times written meanwhile are off.`,
    }
  if (whose === 'other')
    return {
      what: `The clock of ${name} seems to be ${apart} ${direction}`,
      why,
      advice: `Ask ${name} to look at its date, time and time zone. ${nothingIsLost}.`,
    }
  return {
    what: `The clock of ${name} is ${apart} ${direction} of this one`.replace('behind of', 'behind'),
    why,
    advice: `One of the two is wrong: look at date, time and time zone of both. ${nothingIsLost}.`,
  }
}

/** `2 days`, `1 hour`: the largest unit that is full, since a doubt says at least how much. */
export function durationText(length: number): string {
  const [name, size] = units.find(([, each]) => length >= each) ?? ['minute', minute]
  const count = Math.max(1, Math.floor(length / size))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

function evidenceText(evidence: ClockEvidence, { laptopName, instant }: DoubtTelling): string {
  switch (evidence.kind) {
    case 'set-back':
      return evidence.since === 'opened'
        ? `It said ${instant(evidence.from)} while the app was open, and then ${instant(evidence.to)}.`
        : `It last wrote at ${instant(evidence.from)}, and now says ${instant(evidence.to)}.`
    case 'written-later':
      return `${laptopName(evidence.laptop)} wrote at ${instant(evidence.at)}, when it was ${instant(evidence.here)} here.`
    case 'held-before':
      return `${laptopName(evidence.laptop)} held at ${instant(evidence.at)} what was written here at ${instant(evidence.here)}.`
  }
}
