import type { ReadForecast } from '@domain/forecast/read-forecast'
import { horizon } from '@domain/forecast/simulate'
import { chanceText, criteriaText, overText, rangeText } from '@domain/forecast/words'
import { numberText } from '@domain/reporting/number-text'
import { counted } from '@domain/reporting/words'
import { costText } from '@domain/tapering/words'
import type { Day } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import styles from './forecast.module.css'
import { RangeChart } from './range-chart'

export interface RangeViewProps {
  readonly told: ReadForecast
  /** Planned person days of a day beyond the plan; undefined where none are planned. */
  readonly perDay: number | undefined
}

/** The range, the chance of the planned end, and what the range rests on. */
export function RangeView({ told, perDay }: RangeViewProps) {
  const { early, middle, late, plan, never, runs, basis } = told
  const cost = plan && costText(perDay, plan.over)
  return (
    <section className={styles.panel} aria-labelledby="forecast-range">
      <h2 id="forecast-range" className={styles.title}>
        {rangeText(told)}
      </h2>
      <dl className={styles.figures}>
        <Figure name="One in ten by" value={dayText(early)} />
        <Figure name="As likely as not by" value={dayText(middle)} />
        <Figure name="Nine in ten by" value={dayText(late)} />
        {plan && (
          <Figure name={`Chance of the planned end, ${formatDay(plan.day)}`} value={chanceText(plan)} />
        )}
        {plan && <Figure name="Against the plan" value={overText(plan)} />}
        {cost && <Figure name="Planned effort that costs" value={cost} />}
      </dl>
      <RangeChart told={told} />
      {never > 0 && (
        <p className={styles.quiet}>
          {counted(never, 'run')} of {runs.toLocaleString('en-GB')} had not met the criteria after {horizon}{' '}
          days.
        </p>
      )}
      <h3 className={styles.heading}>What has to hold</h3>
      <p>{criteriaText(told.thresholds)}</p>
      <h3 className={styles.heading}>What it rests on</h3>
      <p>
        {counted(basis.days, 'whole day')} since go-live, {counted(basis.raised, 'issue')} raised,{' '}
        {numberText(basis.ended)} ended, {numberText(basis.cameBack)} of them not for good. In the last seven
        days {one(basis.arrivalsPerDay)} new a day, {one(basis.severePerDay)} of severity 1 or 2. Open now:{' '}
        {basis.openSeverity1} of severity 1, {basis.openSeverity2} of severity 2
        {basis.openUnset > 0 && `, and ${basis.openUnset} that nobody has graded`}.
      </p>
      <p className={styles.quiet}>
        The days to come are played through {runs.toLocaleString('en-GB')} times with arrivals, ends and
        comebacks as they were so far. Criteria that issues do not decide, such as adoption or handover, can
        make it later.
      </p>
    </section>
  )
}

const one = (rate: number) => rate.toLocaleString('en-GB', { maximumFractionDigits: 1 })
const dayText = (day: Day | undefined) => (day === undefined ? `not within ${horizon} days` : formatDay(day))

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  )
}
