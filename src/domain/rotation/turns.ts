import type { Instant } from '../model/value'
import type { WallClock, WallMs } from '../time/wall-clock'
import type { Span } from './span-line'

/** No clock on a wall is farther from Greenwich, even where a zone has left out a whole day. */
const margin = 2 * 24 * 60 * 60_000

/** One after the other in equal lengths of the wall's time, without beginning or end. */
export interface Turns {
  /** When turn 0 begins. */
  readonly anchor: WallMs
  readonly length: number
  readonly clock: WallClock
}

export interface Turn extends Span {
  readonly number: number
}

/**
 * The turns of which any part is in the period, whole. A turn that lies in hours that the clock leaves out has no
 * length and is none; one in which the clock is put back is longer.
 */
export function* turnsBetween(turns: Turns, from: Instant, to: Instant): Generator<Turn> {
  const { anchor, length, clock } = turns
  let number = Math.floor((from - margin - anchor) / length)
  let begin = clock.instantAt(anchor + number * length)
  while (begin < to) {
    const end = clock.instantAt(anchor + (number + 1) * length)
    if (end > from && begin < end) yield { number, from: begin, to: end }
    begin = end
    number++
  }
}
