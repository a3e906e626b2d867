import { day, flag, instant, longText } from './field'

/** The team's round of a day. Its key is the day, so that two laptops that hold it hold the same one. */
export const standupFields = {
  day,
  removed: flag,
} as const

/**
 * `led:NAME` when somebody began it, and `ended:NAME` when they ended it: each leader has their own, so that two who
 * hold it at once differ in nothing. `roundUp:NAME` what had changed since the last one, as it was shown to them.
 * `here:PERSON` who was there.
 */
export const standupSets = {
  'led:': instant,
  'ended:': instant,
  'roundUp:': longText,
  'here:': flag,
} as const

export function standupKey(day: string): string {
  return `standup:${day}`
}
