import { Importing } from './jobs/importing'
import { serve } from './rpc'

const { read, readAgain, preview, lines, store } = new Importing()

const jobs = { read, readAgain, preview, lines, store }
export type ImportJobs = typeof jobs

serve(jobs)
