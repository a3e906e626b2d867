import { type CalendarQuestion, calendarLabel } from '@domain/exporting/rota-calendar'
import type { CalendarJobs } from '../workers/calendar.worker'
import type { WrittenCalendar } from '../workers/jobs/rota-calendar'
import { type Report, WorkerCalls } from '../workers/rpc'
import type { EngagementSession } from './session'

/**
 * Makes a calendar of the rota in a worker, and remembers what it tells before anybody can have the file: a sequence
 * that is left out does no harm, one that comes twice would.
 * @throws WriteRefused where it cannot be remembered; then there is no file either
 */
export async function rotaCalendarFile(
  session: EngagementSession,
  question: CalendarQuestion,
  report?: Report,
): Promise<WrittenCalendar> {
  const worker = new WorkerCalls<CalendarJobs>(
    new Worker(new URL('../workers/calendar.worker.ts', import.meta.url), { type: 'module' }),
  )
  try {
    const calendar = await worker.call('write', { engagement: session.id, ...question }, report)
    if (calendar.changed > 0) await session.remember(calendarLabel(question.calendar), [calendar.remember])
    return calendar
  } finally {
    worker.stop()
  }
}
