import type { EngagementJobs } from './engagement.worker'
import { type Report, WorkerCalls } from './rpc'

export function engagementWorker(): WorkerCalls<EngagementJobs> {
  return new WorkerCalls(new Worker(new URL('./engagement.worker.ts', import.meta.url), { type: 'module' }))
}

/** Runs one job in a worker of its own, which ends with it. */
export async function inWorker<T>(job: (worker: WorkerCalls<EngagementJobs>) => Promise<T>): Promise<T> {
  const worker = engagementWorker()
  try {
    return await job(worker)
  } finally {
    worker.stop()
  }
}

export type { Report }
