import { type DateOrder, settleDate, takeDateApart } from '@domain/importing/dates/date-text'
import { formatInstant } from '@domain/time/format'

/** How a date reads in an order, as a person would say it; undefined when it is no date that way. */
export function readIn(order: DateOrder, text: string): string | undefined {
  const date = takeDateApart(text)
  const read = date && settleDate(date, order, text)
  if (!read || 'problem' in read) return undefined
  // A wall time is milliseconds as if in UTC, so that is the zone to tell it in.
  return formatInstant('at' in read ? read.at : read.wall, 'UTC')
}
