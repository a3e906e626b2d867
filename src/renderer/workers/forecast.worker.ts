import { Forecasting } from './jobs/forecasting'
import { serve } from './rpc'

const { forecast } = new Forecasting()

const jobs = { forecast }
export type ForecastJobs = typeof jobs

serve(jobs)
