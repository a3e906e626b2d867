import { backup } from './jobs/backup'
import { demo } from './jobs/demo'
import { history } from './jobs/history'
import { rebuild } from './jobs/rebuild'
import { restore } from './jobs/restore'
import { tidy } from './jobs/tidy'
import { serve } from './rpc'

const jobs = { backup, demo, history, rebuild, restore, tidy }
export type EngagementJobs = typeof jobs

serve(jobs)
