import { Exporting } from './jobs/exporting'
import { serve } from './rpc'

const { want, issues, clippedCells } = new Exporting()

const jobs = { want, issues, clippedCells }
export type ExportJobs = typeof jobs

serve(jobs)
