import type { FillRequest, Proposal } from '@domain/rotation/fill'
import type { RotaSolverJobs } from '../workers/rota-solver.worker'
import { type Report, WorkerCalls } from '../workers/rpc'

/** Longest that anybody should wait; what has been found by then is proposed. */
const patience = 60

/**
 * Asks for a rota in a worker of its own. It changes nothing.
 * @throws Cancelled when it was given up
 */
export async function proposeRota(
  engagement: string,
  request: FillRequest,
  report?: Report,
  stop?: AbortSignal,
): Promise<Proposal> {
  stop?.throwIfAborted()
  const worker = new WorkerCalls<RotaSolverJobs>(
    new Worker(new URL('../workers/rota-solver.worker.ts', import.meta.url), { type: 'module' }),
  )
  const onStop = () => worker.stop()
  stop?.addEventListener('abort', onStop)
  try {
    return await worker.call('propose', { engagement, seconds: patience, ...request }, report)
  } finally {
    stop?.removeEventListener('abort', onStop)
    worker.stop()
  }
}
