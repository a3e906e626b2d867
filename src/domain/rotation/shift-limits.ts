import type { Engagement } from '../model/entities'

/** What one person may be asked to bear, as the engagement has set it. */
export interface ShiftLimits {
  /** Hours from the end of one stretch on shift to the start of the next, at least. */
  readonly restHours: number
  /** Hours on shift in any seven days in a row, at most. */
  readonly weekHours: number
  /** Days with a shift in a row, at most. */
  readonly daysInRow: number
  /** Share of the touches of severity 1 and 2 that one person should have at most, in percent. */
  readonly heroPercent: number
  /** Whether being on call counts as being on shift. */
  readonly onCallCounts: boolean
}

export const defaultLimits: ShiftLimits = {
  restHours: 11,
  weekHours: 48,
  daysInRow: 6,
  heroPercent: 50,
  onCallCounts: false,
}

/** Most that a limit can sensibly be set to. */
export const greatestLimits = { restHours: 23, weekHours: 168, daysInRow: 90, heroPercent: 100 } as const

export function limitsOf(engagement: Engagement): ShiftLimits {
  return {
    restHours: engagement['limit.restHours'] ?? defaultLimits.restHours,
    weekHours: engagement['limit.weekHours'] ?? defaultLimits.weekHours,
    daysInRow: engagement['limit.daysInRow'] ?? defaultLimits.daysInRow,
    heroPercent: engagement['limit.heroPercent'] ?? defaultLimits.heroPercent,
    onCallCounts: engagement['limit.onCallCounts'] ?? defaultLimits.onCallCounts,
  }
}

/** A day has room for so long a stretch and the rest after it. */
export const longestStretchHours = ({ restHours }: ShiftLimits): number => Math.max(0, 24 - restHours)
