import * as z from 'zod/mini'
import { count, flag, line } from './field'

/** One stretch of the cadence plan, in days since go-live (day 1 is the day of the go-live). */
export const cadencePhaseFields = {
  name: line,
  fromDay: count,
  toDay: count,
  standup: z.nullable(z.enum(['daily', 'twice-weekly', 'weekly', 'none'])),
  /** Weekdays of standups that are not daily, `Mon, Thu`; the usual ones where nothing is told. */
  standupDays: line,
  /** Wall time in the engagement's zone, `09:00`; the usual one where nothing is told. */
  standupTime: line,
  /** Wall times in the engagement's zone, `09:00 13:00`. */
  triageTimes: line,
  patchWindow: line,
  /** Who is on, in words: how intense the rota is. */
  rota: line,
  /** What should be reached by its end. */
  targets: line,
  /** Planned effort, in person days. */
  effortDays: count,
  removed: flag,
} as const
