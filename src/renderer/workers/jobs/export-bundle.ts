import { largestFile } from '@contract/limits'
import { encodeBundle } from '@domain/bundle/bundle'
import { encrypted, type Lock } from '@domain/bundle/encryption'
import type { Extents } from '@domain/merge/seen'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import { wholeBlobs } from '../../storage/blobs'
import { EngagementDatabase, ProfileDatabase } from '../../storage/database'
import { laptopKeys } from '../../storage/laptop-keys'
import { checkedSegment, operationsIn, segmentsAfter } from '../../storage/log'
import { peerOf } from '../../storage/peers'
import type { Report } from '../rpc'
import { collectedWithin } from './collected'

export interface ExportBundleInput {
  readonly engagement: string
  readonly name: string
  readonly client: string
  readonly laptop: LaptopId
  readonly writer: string
  readonly now: Instant
  /** What the engagement holds, and how many operations that is. */
  readonly seen: Extents
  readonly total: number
  /** The laptop that gets it: only what that one is not known to have. Without one, everything. */
  readonly for?: LaptopId
  /** What is left out because it is known to be where the bundle goes; told by the receiver itself where left out. */
  readonly without?: Extents
  /** Leaves out what stands beyond a hole, and would come again with every bundle until the hole is filled. */
  readonly withoutHoles?: boolean
  readonly lock?: Lock
}

export interface ExportedBundle {
  /** The file. */
  readonly pieces: readonly Uint8Array[]
  readonly operations: number
  /** Left out because the other laptop has them. */
  readonly known: number
  /** Those whose operations are in it. */
  readonly laptops: readonly LaptopId[]
  readonly complete: boolean
}

/**
 * A bundle of the whole log, or of what another laptop lacks of it.
 * @throws BundleProblem `too-large` where it would be longer than others can open.
 */
export async function exportBundle(input: ExportBundleInput, report: Report): Promise<ExportedBundle> {
  const database = new EngagementDatabase(input.engagement)
  const profile = new ProfileDatabase()
  try {
    const keys = await laptopKeys(profile, input.laptop)
    const has = input.without ?? (input.for ? ((await peerOf(database, input.for))?.seen ?? {}) : {})
    const upTo = input.withoutHoles ? input.seen : undefined
    const told: Told = { operations: 0, known: 0, laptops: new Set(), files: new Set() }
    const pieces = await collectedWithin(
      largestFile,
      encodeBundle(
        {
          engagement: { id: input.engagement, name: input.name, client: input.client },
          laptop: input.laptop,
          writer: input.writer,
          recipient: keys.recipient,
          writtenAt: input.now,
          seen: input.seen,
          for: input.for,
          complete: Object.keys(has).length === 0,
          operations: lacking(database, { has, upTo }, told, (done) =>
            report({ step: 'Packing changes', done, total: input.total }),
          ),
          blobs: named(database, told.files),
        },
        keys.signing,
      ),
    )
    return {
      pieces: input.lock
        ? await collectedWithin(largestFile, [await encrypted(joined(pieces), input.lock)])
        : pieces,
      operations: told.operations,
      known: told.known,
      laptops: [...told.laptops].sort(),
      complete: told.known === 0,
    }
  } finally {
    database.close()
    profile.close()
  }
}

interface Told {
  operations: number
  known: number
  readonly laptops: Set<LaptopId>
  /** Hashes of the attached files that the operations name. */
  readonly files: Set<string>
}

/** What the other laptop lacks, a segment at a time. */
async function* lacking(
  database: EngagementDatabase,
  { has, upTo }: { readonly has: Extents; readonly upTo: Extents | undefined },
  told: Told,
  progress: (done: number) => void,
) {
  let done = 0
  for await (const segment of segmentsAfter(database, 0)) {
    const all = operationsIn(checkedSegment(segment))
    const wanted = all.filter(
      ({ laptop, seq }) => seq > (has[laptop] ?? 0) && (!upTo || seq <= (upTo[laptop] ?? 0)),
    )
    told.operations += wanted.length
    told.known += all.length - wanted.length
    for (const { laptop, entity, fields } of wanted) {
      told.laptops.add(laptop)
      if (entity === 'attachment' && typeof fields.sha256 === 'string') told.files.add(fields.sha256)
    }
    done += all.length
    progress(done)
    if (wanted.length > 0) yield wanted
  }
}

/** Asked for after the last operation, when it is known which files they name. */
async function* named(database: EngagementDatabase, files: ReadonlySet<string>) {
  yield* wholeBlobs(database, [...files])
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
