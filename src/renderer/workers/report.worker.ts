import { Reporting } from './jobs/reporting'
import { serve } from './rpc'

const { read, rows, seal, changes, importedColumns } = new Reporting()

const jobs = { read, rows, seal, changes, importedColumns }
export type ReportJobs = typeof jobs

serve(jobs)
