import type { ClockKind } from './policy'

/** What each clock asks for. */
export const clockWords: Readonly<Record<ClockKind, string>> = {
  acknowledge: 'Acknowledge',
  update: 'Tell the users',
  resolve: 'Resolve',
}

const second = 1_000
const minute = 60 * second

/** `3 h 20 min`, `45 min`, `less than a minute`. Hours are not turned into days: a day of support is not 24 hours. */
export function durationText(ms: number): string {
  const whole = Math.floor(Math.abs(ms) / minute)
  if (whole === 0) return ms === 0 ? '0 min' : 'less than a minute'
  const hours = Math.floor(whole / 60)
  const minutes = whole - hours * 60
  return [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`].filter(Boolean).join(' ')
}

/** `3 h 20 min 5 s`, `12 s`: for sums that a reader may check against the times beside them. */
export function exactDurationText(ms: number): string {
  const whole = Math.floor(ms / second)
  const seconds = whole % 60
  const minutes = whole - seconds
  return [minutes > 0 && durationText(minutes * second), (seconds > 0 || minutes === 0) && `${seconds} s`]
    .filter(Boolean)
    .join(' ')
}
