import { Importing } from './jobs/importing'
import { serve } from './rpc'

const { read, preview, store } = new Importing()

const jobs = { read, preview, store }
export type ImportJobs = typeof jobs

serve(jobs)
