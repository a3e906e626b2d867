import type { LaptopId } from '../merge/stamp'

const prefixLength = 3

/**
 * The next short key for issues typed on a laptop: `KQM-17`. Laptops number on their own, so the prefix comes
 * from the laptop's id, in letters only: keys of trackers with digits before the dash are rare, mix-ups rarer.
 */
export function nextShortKey(laptop: LaptopId, taken: Iterable<string | null | undefined>): string {
  const prefix = `${shortKeyPrefix(laptop)}-`
  let last = 0
  for (const key of taken) {
    if (!key?.startsWith(prefix)) continue
    const number = Number(key.slice(prefix.length))
    if (Number.isSafeInteger(number) && number > last) last = number
  }
  return `${prefix}${last + 1}`
}

function shortKeyPrefix(laptop: LaptopId): string {
  const letters = laptop.replace(/[^a-z]/g, '').slice(0, prefixLength)
  return letters.padEnd(2, 'x').toUpperCase()
}
