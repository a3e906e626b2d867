import { backup } from './jobs/backup'
import { exportBundle } from './jobs/export-bundle'
import { Merging } from './jobs/merging'
import { withdrawBundle } from './jobs/withdraw-bundle'
import { serve } from './rpc'

const { readBundle, previewBundle, mergeBundle, joinBundle } = new Merging()

const jobs = { backup, exportBundle, readBundle, previewBundle, mergeBundle, joinBundle, withdrawBundle }
export type BundleJobs = typeof jobs

serve(jobs)
