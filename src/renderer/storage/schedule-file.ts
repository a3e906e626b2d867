import type { CalendarJobs } from '../workers/calendar.worker'
import type { ScheduleFile, ScheduleFileInput } from '../workers/jobs/schedule-reading'
import { WorkerCalls } from '../workers/rpc'

/**
 * Reads a schedule in a worker of its own.
 * @throws Cancelled when it was given up
 */
export async function readSchedule(input: ScheduleFileInput, stop: AbortSignal): Promise<ScheduleFile> {
  stop.throwIfAborted()
  const worker = new WorkerCalls<CalendarJobs>(
    new Worker(new URL('../workers/calendar.worker.ts', import.meta.url), { type: 'module' }),
  )
  const onStop = () => worker.stop()
  stop.addEventListener('abort', onStop)
  try {
    return await worker.call('read', input)
  } finally {
    stop.removeEventListener('abort', onStop)
    worker.stop()
  }
}
