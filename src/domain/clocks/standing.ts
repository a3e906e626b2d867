import { type Adrift, adriftWords } from '../ownership/adrift'
import type { ClockReading } from './clock'
import { durationText } from './clock-words'

/**
 * How a clock stands, for an eye that glances: `breached` is over its target, whether it still counts or not;
 * `adrift` was kept, of an issue that is in nobody's hands just now: that is no comfort.
 */
export type ClockTurn = 'breached' | 'running' | 'paused' | 'kept' | 'adrift' | 'withdrawn'

export interface ClockStanding {
  readonly turn: ClockTurn
  /** “1 h 20 min of support hours left”, “Breached, 3 h over”: says everything that the colour says. */
  readonly words: string
}

/**
 * Where a clock stands, in words.
 * @param adrift why its issue is in nobody's hands just now; undefined where it is in somebody's
 */
export function standingOf(reading: ClockReading, adrift?: Adrift): ClockStanding {
  const { state, breached, target, counted } = reading
  const left = target - counted
  if (state === 'withdrawn') return { turn: 'withdrawn', words: 'Not judged: declined or a duplicate' }
  if (breached) {
    const over = left < 0 ? durationText(left) : undefined
    if (state === 'stopped') return { turn: 'breached', words: over ? `Breached by ${over}` : 'Breached' }
    const rests = state === 'paused' ? ', paused' : ''
    return { turn: 'breached', words: `Breached${over ? `, ${over} over` : ''}${rests}` }
  }
  const hours = reading.policy.isOnSupportHours(reading.severity) ? ' of support hours' : ''
  const time = `${durationText(left)}${hours}`
  if (state === 'stopped') {
    const kept = `Kept, with ${time} to spare`
    return adrift
      ? { turn: 'adrift', words: `${kept}. ${adriftWords[adrift]}` }
      : { turn: 'kept', words: kept }
  }
  if (state === 'paused') return { turn: 'paused', words: `Paused, ${time} left` }
  return { turn: 'running', words: reading.dueAt === undefined ? 'Never falls due' : `${time} left` }
}

/** The clock that asks for something first: the one over its target longest, else the one that is due next. */
export function nextDue(readings: readonly ClockReading[]): ClockReading | undefined {
  let next: ClockReading | undefined
  for (const reading of readings) {
    if (reading.state !== 'running' || reading.dueAt === undefined) continue
    if (!next || reading.dueAt < (next.dueAt ?? Infinity)) next = reading
  }
  return next
}
