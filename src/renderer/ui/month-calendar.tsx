import { parseDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Icon } from './icon'
import styles from './month-calendar.module.css'

export interface MonthCalendarProps {
  readonly label: string
  /** `2026-11-23`; '' for none. */
  readonly day: string
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly onPick: (day: string) => void
}

/** A month to pick a day from. Arrows move by days and weeks, Page Up and Page Down by months. */
export default function MonthCalendar({ label, day, min, max, onPick }: MonthCalendarProps) {
  return (
    // Weeks start on Monday, whatever the laptop is set to.
    <I18nProvider locale="en-GB">
      <Calendar
        aria-label={label}
        className={styles.calendar ?? ''}
        autoFocus
        defaultValue={day === '' ? null : parseDate(day)}
        minValue={min ? parseDate(min) : null}
        maxValue={max ? parseDate(max) : null}
        onChange={(picked) => onPick(picked.toString())}
      >
        <header className={styles.head}>
          <Button slot="previous" className={styles.turn ?? ''}>
            <Icon name="chevron-left" />
          </Button>
          <Heading className={styles.month ?? ''} />
          <Button slot="next" className={styles.turn ?? ''}>
            <Icon name="chevron-right" />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className={styles.grid ?? ''}>
          <CalendarGridHeader>
            {(name) => <CalendarHeaderCell className={styles.weekday ?? ''}>{name}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => <CalendarCell date={date} className={styles.day ?? ''} />}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  )
}
