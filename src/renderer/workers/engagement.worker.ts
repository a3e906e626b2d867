import { backup } from './jobs/backup'
import { demo } from './jobs/demo'
import { history } from './jobs/history'
import { readFile } from './jobs/read-file'
import { rebuild } from './jobs/rebuild'
import { Restoring } from './jobs/restore'
import { tidy } from './jobs/tidy'
import { writtenByImport } from './jobs/written-by-import'
import { serve } from './rpc'

const { readBackup, putInPlace } = new Restoring()

const jobs = { backup, demo, history, rebuild, readBackup, putInPlace, readFile, tidy, writtenByImport }
export type EngagementJobs = typeof jobs

serve(jobs)
