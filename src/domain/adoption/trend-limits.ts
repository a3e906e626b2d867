import type { Engagement } from '../model/entities'

/** From when on the use of a system is a concern, as the engagement has set it. */
export interface TrendLimits {
  /** A day is a drop below the median of the same weekdays by more than so many usual deviations … */
  readonly dropDeviations: number
  /** … by more than this share of the median, in percent … */
  readonly dropPercent: number
  /** … and by more than so many people: days never repeat themselves to the person. */
  readonly dropPeople: number
  /** A week has faded when it is below the best one by this share, in percent. */
  readonly fadePercent: number
  /** The best week stands out from the one before by this share, in percent. */
  readonly spikePercent: number
  /** A group of fewer licensed people is silent when two of them are on leave. */
  readonly smallestGroup: number
}

export const usualTrendLimits: TrendLimits = {
  dropDeviations: 2,
  dropPercent: 10,
  dropPeople: 2,
  fadePercent: 25,
  spikePercent: 15,
  smallestGroup: 3,
}

/** Most that a limit can sensibly be set to. */
export const greatestTrendLimits: TrendLimits = {
  dropDeviations: 20,
  dropPercent: 100,
  dropPeople: 100_000,
  fadePercent: 100,
  spikePercent: 1_000,
  smallestGroup: 100_000,
}

export function trendLimitsOf(engagement: Engagement): TrendLimits {
  const set = (name: keyof TrendLimits) => engagement[`trend.${name}`] ?? usualTrendLimits[name]
  return {
    dropDeviations: set('dropDeviations'),
    dropPercent: set('dropPercent'),
    dropPeople: set('dropPeople'),
    fadePercent: set('fadePercent'),
    spikePercent: set('spikePercent'),
    smallestGroup: Math.max(1, set('smallestGroup')),
  }
}
