const hour = 60 * 60_000
const day = 24 * hour

/** Since when what has changed is told: since somebody looked, or in the last day. */
export function changedSince(seenAt: number | undefined, asOf: number): number {
  return seenAt ?? asOf - day
}

/** Counts over the whole history, so once an hour and after changes is often enough. */
export function trendEnd(asOf: number, now: number): number {
  return Math.min(Math.floor(asOf / hour) * hour + hour, now)
}
