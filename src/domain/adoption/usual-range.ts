/** What is to be expected after what has been, without letting one odd day set the measure. */
export interface UsualRange {
  readonly low: number
  readonly high: number
  readonly median: number
}

/** From the median absolute deviation to what a standard deviation would be, were the days spread evenly about it. */
const toDeviation = 1.4826
const deviations = 2
/** Days never repeat themselves to the person: at least this share of the median, and this many people, is no news. */
const leastShare = 0.1
const leastPeople = 2

/** @param values of which there is at least one */
export function usualRange(values: readonly number[]): UsualRange {
  const middle = median(values)
  const spread = median(values.map((value) => Math.abs(value - middle)))
  const margin = Math.max(deviations * toDeviation * spread, leastShare * middle, leastPeople)
  return { low: Math.max(0, Math.floor(middle - margin)), high: Math.ceil(middle + margin), median: middle }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}
