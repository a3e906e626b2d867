import type { Instant } from '../model/value'
import { weighDateOrder } from './dates/date-order'
import { type DateOrder, type DateText, dateOrders } from './dates/date-text'
import type { DateTexts } from './dates/date-texts'
import { DaySettling } from './dates/day-settling'
import type { LocalTime } from './dates/local-instant'

/** Reads dates that stand outside of date columns, as those in comments do. */
export class LooseDates {
  private readonly settling: ReadonlyMap<DateOrder, DaySettling>

  constructor(
    private readonly dates: DateTexts,
    private readonly order: DateOrder | undefined,
    localTime: LocalTime,
  ) {
    this.settling = new Map(dateOrders.map((each) => [each, new DaySettling(each, localTime)]))
  }

  /** Undefined when it cannot be told for certain. */
  readonly instantOf = (text: string): Instant | undefined => {
    const date = this.dates.takeApart(text)
    const order = date && this.orderOf(date.day)
    const cell = order && this.settling.get(order)?.cellOf(date, text)
    return typeof cell === 'number' ? cell : undefined
  }

  private orderOf(day: DateText): DateOrder | undefined {
    return day.kind === 'numeric' ? (this.order ?? (day.separator === '.' ? 'dmy' : undefined)) : 'dmy'
  }
}

/** The order that dates outside of date columns prove among themselves, if any. */
export function looseDateOrder(texts: Iterable<string>, dates: DateTexts): DateOrder | undefined {
  const days = new Map<DateText, string>()
  for (const text of texts) {
    const day = dates.takeApart(text)?.day
    if (day?.kind === 'numeric' && !days.has(day)) days.set(day, text)
  }
  const { order, why } = weighDateOrder([...days].map(([day, text]) => [text, day]))
  return why === 'proved' ? order : undefined
}
