import { largestChunk } from '@contract/terms'
import { request } from '../app/bridge'
import { paths } from '../view-state/paths'
import type { BackupInput, MadeBackup } from '../workers/jobs/backup'
import type { Report } from '../workers/rpc'
import { inWorker } from '../workers/spawn'
import { EngagementDatabase } from './database'
import { piecesOf, readAsBlob } from './opened-file'

/** Longest that changes wait for a backup file of their own, in milliseconds. */
const longestWait = 15 * 60_000

export interface BackupRequest extends BackupInput {
  /** `before import`, `scheduled` …; part of the file's name. */
  readonly reason: string
}

/** Makes the file of a backup. */
export type MakeBackup = (input: BackupInput) => Promise<MadeBackup>

/**
 * Writes the engagement as one complete file outside the browser profile.
 * @param make where a worker is at hand; else one is started for it
 */
export async function writeBackup(
  { reason, ...input }: BackupRequest,
  report?: Report,
  signal?: AbortSignal,
  make: MakeBackup = (about) => inWorker((worker) => worker.call('backup', about, report), signal),
): Promise<void> {
  const { file, operations } = await make(input)
  const { handle } = await request('backup.begin', {
    engagement: input.engagement,
    title: input.name,
    reason,
  })
  await sendPieces(handle, piecesOf(file), signal)
  await noteBackup(input.engagement, operations)
}

/** Remembers what the newest backup holds, so that the next start knows whether one is due. */
async function noteBackup(engagement: string, operations: number): Promise<void> {
  const database = new EngagementDatabase(engagement)
  await database.facts.put({ name: 'backedUp', value: operations })
  database.close()
}

/** Hands a file to main piece by piece; nothing shows up on the disk before the last one is there. */
export async function sendPieces(
  handle: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<string> {
  try {
    for await (const piece of pieces)
      for (let from = 0; from < piece.length; from += largestChunk) {
        signal?.throwIfAborted()
        // A copy: of a view, all that lies under it would be sent with each.
        await request('save.chunk', { handle, data: piece.slice(from, from + largestChunk) })
      }
    return (await request('save.finish', { handle })).name
  } catch (error) {
    await request('save.cancel', { handle })
    throw error
  }
}

export async function readBackup(name: string, report?: Report, signal?: AbortSignal): Promise<Blob> {
  return readAsBlob(await request('backup.open', { name }), (done, total) => {
    signal?.throwIfAborted()
    report?.({ step: 'Reading the backup', done, total })
  })
}

/** Sees to it that no change is much older than the last backup that holds it. */
export class BackupSchedule {
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly backUp: () => Promise<void>) {}

  note(): void {
    this.timer ??= setTimeout(() => void this.run(), longestWait)
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private async run(): Promise<void> {
    this.timer = undefined
    try {
      await this.backUp()
    } catch (error) {
      await request('notify.show', {
        id: 'backup-failed',
        title: 'The backup could not be written',
        body: `${error instanceof Error ? error.message : String(error)} Everything is still in the app; the next try is in a quarter of an hour.`,
        route: paths.backups,
        urgency: 'normal',
      })
      this.note()
    }
  }
}
