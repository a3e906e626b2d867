import { Reporting } from './jobs/reporting'
import { serve } from './rpc'

const { read, rows, seal, changes } = new Reporting()

const jobs = { read, rows, seal, changes }
export type ReportJobs = typeof jobs

serve(jobs)
