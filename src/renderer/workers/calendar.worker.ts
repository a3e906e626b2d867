import { writeCalendar } from './jobs/rota-calendar'
import { serve } from './rpc'

const jobs = { write: writeCalendar }
export type CalendarJobs = typeof jobs

serve(jobs)
