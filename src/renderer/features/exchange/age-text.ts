import { counted } from './words'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, as roughly as people say it. */
export function ageText(ms: number): string {
  if (ms < minute) return 'just now'
  if (ms < hour) return counted(Math.floor(ms / minute), 'minute')
  if (ms < day) return counted(Math.floor(ms / hour), 'hour')
  return counted(Math.floor(ms / day), 'day')
}
