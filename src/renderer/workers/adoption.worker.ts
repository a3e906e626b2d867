import { AdoptionImporting } from './jobs/adoption-import'
import { serve } from './rpc'

const { read, preview, store } = new AdoptionImporting()

const jobs = { read, preview, store }
export type AdoptionJobs = typeof jobs

serve(jobs)
