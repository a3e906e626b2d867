const day = 24 * 60 * 60_000

/** Since when what has changed is told: since somebody looked, or in the last day. */
export function changedSince(seenAt: number | undefined, asOf: number): number {
  return seenAt ?? asOf - day
}
