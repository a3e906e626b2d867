import type { EngagementJobs } from './engagement.worker'
import { type Report, WorkerCalls } from './rpc'

export function engagementWorker(): WorkerCalls<EngagementJobs> {
  return new WorkerCalls(new Worker(new URL('./engagement.worker.ts', import.meta.url), { type: 'module' }))
}

/**
 * Runs one job in a worker of its own, which ends with it.
 * @param signal ends the worker in the middle of what it does
 */
export async function inWorker<T>(
  job: (worker: WorkerCalls<EngagementJobs>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted()
  const worker = engagementWorker()
  const stop = () => worker.stop()
  signal?.addEventListener('abort', stop)
  try {
    return await job(worker)
  } finally {
    signal?.removeEventListener('abort', stop)
    worker.stop()
  }
}

export type { Report }
