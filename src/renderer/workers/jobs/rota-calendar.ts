import { toIcs } from '@domain/exporting/adapters/icalendar'
import {
  type CalendarQuestion,
  mostEvents,
  type RotaCalendar,
  rotaCalendar,
} from '@domain/exporting/rota-calendar'
import { numberText } from '@domain/reporting/number-text'
import type { Report } from '../rpc'
import { FollowedRows } from './followed-rows'

export interface CalendarInput extends CalendarQuestion {
  readonly engagement: string
}

export interface WrittenCalendar extends Omit<RotaCalendar, 'file'> {
  readonly bytes: Uint8Array
}

export class TooManyEvents extends Error {
  readonly code = 'too-many-events'

  constructor() {
    super(
      `The calendar would have more than ${numberText(mostEvents)} events. Choose an earlier last day, a role or a person. Nothing was written.`,
    )
    this.name = 'TooManyEvents'
  }
}

/** Makes the file of a calendar of the rota. */
export async function writeCalendar(
  { engagement, ...question }: CalendarInput,
  report: Report,
): Promise<WrittenCalendar> {
  report({ step: 'Reading the rota', done: 0, total: 0 })
  const calendar = rotaCalendar(await new FollowedRows(engagement).upToDate(), question)
  if (!calendar) throw new TooManyEvents()
  const { file, ...told } = calendar
  report({ step: 'Writing events', done: 0, total: told.events })
  return { ...told, bytes: new TextEncoder().encode(toIcs(file)) }
}
