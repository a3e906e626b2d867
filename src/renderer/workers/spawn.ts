import type { BundleJobs } from './bundle.worker'
import type { EngagementJobs } from './engagement.worker'
import { type Report, WorkerCalls } from './rpc'

export function engagementWorker(): WorkerCalls<EngagementJobs> {
  return new WorkerCalls(new Worker(new URL('./engagement.worker.ts', import.meta.url), { type: 'module' }))
}

export function bundleWorker(): WorkerCalls<BundleJobs> {
  return new WorkerCalls(new Worker(new URL('./bundle.worker.ts', import.meta.url), { type: 'module' }))
}

/**
 * Runs one job in a worker of its own, which ends with it.
 * @param signal ends the worker in the middle of what it does
 */
export function inWorker<T>(
  job: (worker: WorkerCalls<EngagementJobs>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return inOwn(engagementWorker, job, signal)
}

/** The same with a worker that knows bundles. */
export function inBundleWorker<T>(
  job: (worker: WorkerCalls<BundleJobs>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return inOwn(bundleWorker, job, signal)
}

async function inOwn<Jobs, T>(
  start: () => WorkerCalls<Jobs>,
  job: (worker: WorkerCalls<Jobs>) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  signal?.throwIfAborted()
  const worker = start()
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
