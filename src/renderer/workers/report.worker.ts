import { Reporting } from './jobs/reporting'
import { serve } from './rpc'

const { read, figures, rows, workbook, seal, handover, changes, importedColumns } = new Reporting()

const jobs = { read, figures, rows, workbook, seal, handover, changes, importedColumns }
export type ReportJobs = typeof jobs

serve(jobs)
