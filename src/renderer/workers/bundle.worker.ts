import { exportBundle } from './jobs/export-bundle'
import { Merging } from './jobs/merging'
import { withdrawBundle } from './jobs/withdraw-bundle'
import { serve } from './rpc'

const { readBundle, previewBundle, mergeBundle, joinBundle } = new Merging()

const jobs = { exportBundle, readBundle, previewBundle, mergeBundle, joinBundle, withdrawBundle }
export type BundleJobs = typeof jobs

serve(jobs)
