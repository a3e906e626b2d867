import type { Instant } from '../../model/value'
import { type DateOrder, type DateText, instantOrWall, type ReadDate, settleDate } from './date-text'
import { type TakenDate, wholeDate } from './date-texts'
import type { LocalTime } from './local-instant'

/** A date as read: the instant, or in words why there is none. */
export type DateCell = Instant | string

/** Settles dates under one order of day and month, and each day only once. */
export class DaySettling {
  private readonly starts = new Map<DateText, number | undefined>()

  constructor(
    private readonly order: DateOrder,
    private readonly localTime: LocalTime,
  ) {}

  /** @param raw the date as it is written, for whoever has to mend it */
  cellOf(date: TakenDate, raw: string): DateCell {
    const start = date.time && this.startOf(date.day, raw)
    return start === undefined || !date.time
      ? this.placed(settleDate(wholeDate(date), this.order, raw))
      : this.placed(instantOrWall(start, date.time))
  }

  /** The first moment of a day that is settled; undefined where it cannot be. */
  private startOf(day: DateText, raw: string): number | undefined {
    if (this.starts.has(day)) return this.starts.get(day)
    const read = settleDate(day, this.order, raw)
    const start = 'wall' in read ? read.wall : undefined
    this.starts.set(day, start)
    return start
  }

  private placed(read: ReadDate): DateCell {
    if ('problem' in read) return read.problem
    return 'at' in read ? read.at : this.localTime.instantOf(read.wall)
  }
}
