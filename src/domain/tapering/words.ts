import { numberText } from '../reporting/number-text'
import { formatDay } from '../time/format'
import type { EffortPlan, PlanWarning } from './plan'

/** `12.5 person days`. */
export function effortText(days: number): string {
  const rounded = Math.round(10 * days) / 10
  return `${numberText(rounded, 1)} ${rounded === 1 ? 'person day' : 'person days'}`
}

export function warningText(warning: PlanWarning): string {
  if (warning.kind === 'no-plan')
    return 'Hypercare has no plan: no phase says how it tapers off, or what it may cost.'
  return `Hypercare is planned until ${formatDay(warning.until)} and no further.`
}

/** Whether more was spent than planned for the days gone by. */
export function spendingText({ spent, dueByNow, planned }: EffortPlan): string {
  if (planned === 0) return `${effortText(spent)} spent; no effort is planned.`
  const over = spent - dueByNow
  const by =
    Math.abs(over) < 0.05
      ? 'as planned'
      : `${effortText(Math.abs(over))} ${over > 0 ? 'more' : 'less'} than planned`
  return `${effortText(spent)} spent until today, ${by}; ${effortText(planned)} are planned in all.`
}

/** What days beyond the planned end cost: `6 person days (1.5 to 20)`; undefined where no phase has planned effort. */
export function costText(
  perDay: number | undefined,
  {
    early,
    middle,
    late,
  }: { readonly early: number; readonly middle: number | undefined; readonly late: number | undefined },
): string | undefined {
  if (perDay === undefined) return undefined
  if (late === 0) return 'none'
  const effort = (days: number) => effortText(days * perDay)
  const number = (days: number) => numberText(days * perDay, 1)
  if (middle === undefined) return `at least ${effort(early)}`
  if (late === undefined) return `${effort(middle)} (${number(early)} at least)`
  return `${effort(middle)} (${number(early)} to ${number(late)})`
}
