import { durationText } from '../clocks/clock-words'
import type { Instant } from '../model/value'
import { roleWords } from '../ownership/role-words'
import { numberText } from '../reporting/number-text'
import { formatShortInstant } from '../time/format'
import type { Breach, FatigueRule } from './fatigue'
import type { Shift } from './shift'
import type { SuggestedSwap } from './suggested-swap'
import type { LoadWarning } from './team-load'

export const ruleWords: Readonly<Record<FatigueRule, string>> = {
  rest: 'Too little rest',
  stretch: 'Too long without a break',
  days: 'Too many days in a row',
  week: 'Too many hours in seven days',
}

export interface RotaTelling {
  readonly zone: string
  readonly now: Instant
  readonly nameOf: (person: string) => string
}

/** `8 h of rest from 23 Nov, 22:00 to 24 Nov, 06:00; 11 h at least, 3 h too little.` */
export function breachText({ rule, from, to, actual, limit }: Breach, { zone, now }: RotaTelling): string {
  const [start, end] = [formatShortInstant(from, zone, now), formatShortInstant(to, zone, now)]
  const over = Math.abs(actual - limit)
  switch (rule) {
    case 'rest':
      return `${durationText(actual)} of rest from ${start} to ${end}; ${durationText(limit)} at least, ${durationText(over)} too little.`
    case 'stretch':
      return `On for ${durationText(actual)} without a break from ${start} to ${end}; ${durationText(limit)} at most, ${durationText(over)} too long.`
    case 'days':
      return `On shift on ${numberText(actual)} days in a row from ${start} to ${end}; ${numberText(limit)} at most, ${numberText(over)} too many.`
    case 'week':
      return `${durationText(actual)} on shift in the seven days from ${start} to ${end}; ${durationText(limit)} at most, ${durationText(over)} too long.`
  }
}

const timeLength = '09:00'.length

/** `Petra Hahn takes Triage, 24 Nov, 06:00 to 14:00`, and what they give in return. */
export function swapText({ give, to, take }: SuggestedSwap, telling: RotaTelling): string {
  const taken = `${telling.nameOf(to)} takes ${shiftText(give, telling)}`
  return take ? `${taken}, and gives ${shiftText(take, telling)}` : taken
}

export function shiftText(
  { role, from, to }: Pick<Shift, 'role' | 'from' | 'to'>,
  { zone, now }: RotaTelling,
): string {
  const [begin, end] = [from, to].map((instant) => formatShortInstant(instant, zone, now)) as [string, string]
  const isSameDay = begin.slice(0, -timeLength) === end.slice(0, -timeLength)
  return `${roleWords[role]}, ${begin} to ${isSameDay ? end.slice(-timeLength) : end}`
}

export function warningTitle(warning: LoadWarning): string {
  return warning.kind === 'hero' ? 'Carries too much of severity 1 and 2' : ruleWords[warning.breach.rule]
}

export function warningText(warning: LoadWarning, telling: RotaTelling): string {
  if (warning.kind === 'breach') return breachText(warning.breach, telling)
  const [percent, limit] = [numberText(warning.percent), numberText(warning.limit)]
  return `${percent}% of what was done to severity 1 and 2 in the last seven days; ${limit}% at most.`
}
