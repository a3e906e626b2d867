import { Importing } from './jobs/importing'
import { serve } from './rpc'

const { open, read, readAgain, preview, lines, store } = new Importing()

const jobs = { open, read, readAgain, preview, lines, store }
export type ImportJobs = typeof jobs

serve(jobs)
