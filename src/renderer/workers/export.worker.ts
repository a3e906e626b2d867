import { Exporting } from './jobs/exporting'
import { serve } from './rpc'

const { issues, clippedCells } = new Exporting()

const jobs = { issues, clippedCells }
export type ExportJobs = typeof jobs

serve(jobs)
