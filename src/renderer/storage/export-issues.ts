import type { Instant } from '@domain/model/value'
import type { ExportJobs } from '../workers/export.worker'
import type { ExportFormat } from '../workers/jobs/exporting'
import { type Report, WorkerCalls } from '../workers/rpc'

export { type ExportFormat, exportFormats } from '../workers/jobs/exporting'

export interface IssueFile {
  readonly pieces: readonly Uint8Array[]
  /** Cells that a spreadsheet could not hold whole. */
  readonly clippedCells: number
}

export interface IssueFileRequest {
  readonly engagement: string
  /** Keys of the issues wanted, in their order; null for all. */
  readonly keys: readonly string[] | null
  /** Ids of the columns wanted, in their order; null for all there are. */
  readonly columns: readonly string[] | null
  readonly format: ExportFormat
  readonly now: Instant
}

const keysAtOnce = 5_000

/**
 * Makes a file of issues in a worker of its own, which reads the rows from the log itself.
 * @param stop gives the file up
 * @throws Cancelled when it was given up
 */
export async function issueFile(
  wanted: IssueFileRequest,
  report?: Report,
  stop?: AbortSignal,
): Promise<IssueFile> {
  const worker = new WorkerCalls<ExportJobs>(
    new Worker(new URL('../workers/export.worker.ts', import.meta.url), { type: 'module' }),
  )
  const onStop = () => worker.stop()
  stop?.addEventListener('abort', onStop)
  try {
    const { engagement, keys, columns, format, now } = wanted
    for (let from = 0; keys && from < keys.length; from += keysAtOnce)
      await worker.call('want', keys.slice(from, from + keysAtOnce))
    const pieces = await worker.call(
      'issues',
      { engagement, columns, format, now, onlyWanted: keys !== null },
      report,
    )
    return { pieces, clippedCells: await worker.call('clippedCells', undefined) }
  } finally {
    stop?.removeEventListener('abort', onStop)
    worker.stop()
  }
}
