import type { Weekday } from '@domain/model/engagement'
import type { Instant } from '@domain/model/value'
import { weekdayOf } from '@domain/time/day'
import { dayOf } from '@domain/time/zone'
import { classNames } from '../../ui/class-names'
import { useZone } from '../../view-state/use-zone'
import styles from './grid.module.css'
import { type Period, shareOf, stretch } from './period'

const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}

interface DaysProps {
  readonly period: Period
  readonly now: Instant
}

/** Each cell tells its own times: these are for the eye. */
export function DayHeads({ period, now }: DaysProps) {
  const today = dayOf(now, useZone())
  return (
    <div className={styles.head} aria-hidden="true">
      <div className={styles.corner} />
      <div className={styles.track}>
        {period.days.map(({ day, from, to }) => (
          <div
            key={day}
            className={classNames(
              styles.day,
              period.scale === 'month' && styles.narrow,
              day === today && styles.today,
            )}
            style={stretch({ from, to }, period)}
          >
            <span>{weekdayNames[weekdayOf(day)].slice(0, period.scale === 'week' ? 3 : 2)}</span>
            <span data-numeric>{Number(day.slice(8))}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

/** Where days begin, and where it is now. */
export function DayLines({ period, now }: DaysProps) {
  return (
    <li className={styles.lines} aria-hidden="true">
      {period.days.map(({ day, from, to }) => {
        const weekday = weekdayOf(day)
        const isWeekend = weekday === 'sat' || weekday === 'sun'
        return (
          <div
            key={day}
            className={classNames(styles.line, isWeekend && styles.weekend)}
            style={stretch({ from, to }, period)}
          />
        )
      })}
      {period.from <= now && now < period.to && (
        <div className={styles.now} style={{ insetInlineStart: `${shareOf(now, period) * 100}%` }} />
      )}
    </li>
  )
}
