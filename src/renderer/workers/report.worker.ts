import { Reporting } from './jobs/reporting'
import { serve } from './rpc'

const { read, rows } = new Reporting()

const jobs = { read, rows }
export type ReportJobs = typeof jobs

serve(jobs)
