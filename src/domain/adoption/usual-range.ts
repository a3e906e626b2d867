import type { TrendLimits } from './trend-limits'

/** What is to be expected after what has been, without letting one odd day set the measure. */
export interface UsualRange {
  readonly low: number
  readonly high: number
  readonly median: number
}

/** From the median absolute deviation to what a standard deviation would be, were the days spread evenly about it. */
const toDeviation = 1.4826

/** @param values of which there is at least one */
export function usualRange(
  values: readonly number[],
  { dropDeviations, dropPercent, dropPeople }: TrendLimits,
): UsualRange {
  const middle = median(values)
  const spread = median(values.map((value) => Math.abs(value - middle)))
  const margin = Math.max(dropDeviations * toDeviation * spread, (dropPercent / 100) * middle, dropPeople)
  return { low: Math.max(0, Math.floor(middle - margin)), high: Math.ceil(middle + margin), median: middle }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}
