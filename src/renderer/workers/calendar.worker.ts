import { writeCalendar } from './jobs/rota-calendar'
import { readScheduleFile } from './jobs/schedule-reading'
import { serve } from './rpc'

const jobs = { write: writeCalendar, read: readScheduleFile }
export type CalendarJobs = typeof jobs

serve(jobs)
