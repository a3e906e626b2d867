import { numberText } from '../reporting/number-text'
import { counted, sentence } from '../reporting/words'
import { formatDay, formatShortDay } from '../time/format'
import type { ExitForecast, PlannedEnd } from './forecast'
import { horizon } from './simulate'
import type { IssueThresholds } from './thresholds'
import { fewest, type TooLittle } from './too-little'

/** The forecast in one sentence. */
export function rangeText({ early, middle, late }: Pick<ExitForecast, 'early' | 'middle' | 'late'>): string {
  if (early === undefined) return `Not within ${horizon} days, in nine of ten runs or more`
  if (late === undefined) {
    const half = middle === undefined ? '' : `, as likely as not by ${formatDay(middle)}`
    return `From ${formatDay(early)} on${half}; in more than one of ten runs not within ${horizon} days`
  }
  if (early === late) return `${formatDay(early)}, in eight of ten runs or more`
  return `Between ${formatDay(early)} and ${formatDay(late)} in eight of ten runs`
}

/** The forecast in a line: `Exit as likely as not by 5 Dec, 3 days over the plan`. */
export function likelyExitText({ middle, plan }: Pick<ExitForecast, 'middle' | 'plan'>): string {
  if (middle === undefined) return `Exit not within ${horizon} days, as likely as not`
  const over = plan?.over.middle ?? 0
  const against = over > 0 ? `, ${counted(over, 'day')} over the plan` : ', within the plan'
  return `Exit as likely as not by ${formatShortDay(middle)}${plan ? against : ''}`
}

/** `62%`; never nought or a hundred, which chance cannot promise. */
export function chanceText({ chance }: Pick<PlannedEnd, 'chance'>): string {
  if (chance < 0.01) return 'under 1%'
  return chance > 0.99 ? 'over 99%' : `${Math.round(100 * chance)}%`
}

/** Days beyond the planned end: `9 days over (2 days to 30 days)`. */
export function overText({ over: { early, middle, late } }: PlannedEnd): string {
  const least = counted(early, 'day')
  if (late === 0) return 'Within the plan'
  if (middle === undefined) return `At least ${least} over; how many cannot be told`
  if (middle === 0)
    return `Within the plan, or ${late === undefined ? 'over for longer than can be told' : `up to ${counted(late, 'day')} over`}`
  if (late === undefined) return `${counted(middle, 'day')} over (${least} at least)`
  return `${counted(middle, 'day')} over (${least} to ${counted(late, 'day')})`
}

export function criteriaText(thresholds: IssueThresholds): string {
  const { quietDays, openSeverity1, openSeverity2, arrivalsPerDay, arrivalDays } = thresholds
  const asked = [
    quietDays > 0 && `no new severity 1 or 2 for ${counted(quietDays, 'day')}`,
    openSeverity1 === 0 && 'no open severity 1',
    openSeverity2 < Number.POSITIVE_INFINITY && `at most ${openSeverity2} open severity 2`,
    arrivalsPerDay < Number.POSITIVE_INFINITY &&
      `at most ${arrivalsPerDay} new issues a day over ${counted(arrivalDays, 'day')}`,
  ].filter((words) => words !== false)
  return asked.length === 0 ? 'Nothing is asked of issues.' : sentence(asked.join(', '))
}

/** Why nothing is said, and when something will be. */
export function tooLittleText({ days, raised, ended }: TooLittle): string {
  return (
    `A forecast needs ${fewest.days} whole days since go-live, ${fewest.raised} issues raised and ${fewest.ended} ` +
    `ended in them. So far there are ${counted(days, 'day')}, ${counted(raised, 'issue')} and ${numberText(ended)} ended. ` +
    `Less than that tells of chance alone.`
  )
}
