import { type OpenedBundle, openBundle } from '@domain/bundle/bundle'
import { isEncrypted } from '@domain/bundle/encryption'
import { BundleProblem } from '@domain/bundle/problem'
import type { Operation } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import { hasSeen, type Seen } from '@domain/merge/seen'
import { KnownProof, Sift } from '@domain/merge/sift'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import { sendLines } from '../../storage/arriving'
import { storedBlob } from '../../storage/blobs'
import {
  type ChangeRecord,
  EngagementDatabase,
  type Fact,
  ProfileDatabase,
  type Segment,
  type StoredBlob,
} from '../../storage/database'
import { knownLaptop } from '../../storage/known-laptops'
import { laptopKeys } from '../../storage/laptop-keys'
import { load } from '../../storage/load'
import { bulkSegmentSize, decodeSegment, encodeSegment, segmentSize, segmentsAfter } from '../../storage/log'
import { isLater, type Peer, peerFact } from '../../storage/peers'
import { schemaVersion } from '../../storage/schema-version'
import { makeSnapshot, storeSnapshot } from '../../storage/snapshot'
import { appendToLog } from '../../storage/write'
import { writeFailure } from '../../storage/write-failure'
import type { WrittenElsewhere } from '../../storage/written-elsewhere'
import type { Report } from '../rpc'
import { type BundleEffect, effectOf } from './bundle-effect'

/** Lines of a bundle that are no operations; so many are told, all are counted. */
const quarantineShown = 1_000

export interface ReadBundleInput {
  readonly bytes: Uint8Array
  readonly laptop: LaptopId
  readonly passphrase?: string
  /** Nobody looks at it before it is merged into this engagement: then it must be its own, by a key that is known. */
  readonly unattendedInto?: string
}

/** What a bundle says of itself, all of it proven against its signature. */
export interface BundleSummary {
  readonly engagement: { readonly id: string; readonly name: string; readonly client: string }
  readonly laptop: LaptopId
  readonly writer: string
  readonly writtenAt: Instant
  readonly complete: boolean
  readonly encrypted: boolean
  readonly operations: number
  /** Those whose operations are in it, sorted. */
  readonly laptops: readonly LaptopId[]
  readonly quarantined: number
  /** The first of them. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[]
  /**
   * `first`: the laptop is met for the first time, and its key will be remembered. `changed`: it once had another
   * key, so somebody may be writing in its name.
   */
  readonly key: 'known' | 'first' | 'changed'
  readonly publicKey: string
  readonly recipient: string | null
}

export interface SiftInput {
  readonly engagement: string
  /** What the session has seen; the log on the disk holds at least that. */
  readonly seen: ReadonlyMap<LaptopId, Seen>
}

export interface BundlePreview extends BundleEffect {
  readonly fresh: number
  readonly known: number
}

export interface MergeInput extends SiftInput {
  readonly change: string
  readonly label: string
  readonly by: string
  readonly now: Instant
  /** Whether what it brings stays apart in the log, so that it can be taken back as a whole. */
  readonly keptApart: boolean
  /** Where each segment goes besides the log. */
  readonly segmentsTo: MessagePort
}

export interface JoinInput {
  readonly change: string
  readonly label: string
  readonly by: string
  readonly now: Instant
}

interface Along {
  readonly facts: readonly Fact[]
  readonly blobs: readonly StoredBlob[]
}

interface Reading {
  readonly opened: OpenedBundle
  readonly operations: readonly Operation[]
}

/** Bundles on their way in: each read and proven, then looked through together, then stored all at once. */
export class Merging {
  private readonly readings: Reading[] = []

  /**
   * Takes a bundle in hand, beside those read before.
   * @throws BundleProblem when it is not what was written, cannot be opened, or is not signed by who it says.
   */
  readonly readBundle = async (
    { bytes, laptop, passphrase, unattendedInto }: ReadBundleInput,
    report: Report,
  ): Promise<BundleSummary> => {
    report({ step: 'Checking the bundle', done: 0, total: 0 })
    const profile = new ProfileDatabase()
    try {
      const { identity } = await laptopKeys(profile, laptop)
      const opened = await openBundle(bytes, { passphrase, identity })
      const { manifest, signer } = opened
      const trusted = (await knownLaptop(profile, manifest.laptop))?.publicKey
      const key = trusted === undefined ? 'first' : trusted === signer ? 'known' : 'changed'
      if (unattendedInto !== undefined) refuseUnattended(opened, key, unattendedInto)
      const { operations, quarantined, problems } = readLines(opened, report)
      this.readings.push({ opened, operations })
      return {
        engagement: manifest.engagement,
        laptop: manifest.laptop,
        writer: manifest.writer ?? manifest.laptop,
        writtenAt: manifest.writtenAt,
        complete: manifest.complete ?? false,
        encrypted: isEncrypted(bytes),
        operations: operations.length,
        laptops: [...new Set(operations.map((operation) => operation.laptop))].sort(),
        quarantined,
        problems,
        publicKey: signer,
        recipient: manifest.recipient ?? null,
        key,
      }
    } finally {
      profile.close()
    }
  }

  /** What the merge would do; stores nothing. */
  readonly previewBundle = async (
    { engagement, seen }: SiftInput,
    report: Report,
  ): Promise<BundlePreview> => {
    const database = new EngagementDatabase(engagement)
    try {
      const { fresh, known } = await this.sift(database, seen)
      report({ step: 'Comparing with what is here', done: 0, total: 0 })
      const { replica } = await load(database)
      return { fresh: fresh.length, known, ...effectOf(fresh, replica) }
    } finally {
      database.close()
    }
  }

  /**
   * Puts what is new into the log, in one transaction.
   * @throws BundleProblem, WriteRefused; nothing has changed then.
   */
  readonly mergeBundle = async (input: MergeInput, report: Report): Promise<WrittenElsewhere | undefined> => {
    const { engagement, seen, segmentsTo, keptApart } = input
    const database = new EngagementDatabase(engagement)
    try {
      const { fresh } = await this.sift(database, seen)
      const along = await this.along(database, input.now)
      if (fresh.length === 0) return await this.noteOnly(database, along)
      const change = { ...this.changeOf(input, fresh.length), ...(keptApart && { keptApart }) }
      function* segments(): Generator<Segment> {
        let done = 0
        for (const segment of segmentsOf(fresh)) {
          sendLines(segmentsTo, segment)
          yield keptApart ? { ...segment, bundle: input.change } : segment
          done += segment.count
          report({ step: 'Storing', done, total: fresh.length })
        }
      }
      const position = await appendToLog(database, {
        segments: segments(),
        told: () => ({ change }),
        ...along,
      })
      return { change, position }
    } finally {
      database.close()
    }
  }

  /** Begins an engagement that this laptop does not hold yet. @throws WriteRefused */
  readonly joinBundle = async (input: JoinInput, report: Report): Promise<void> => {
    const [{ opened, operations }] = this.current()
    const { id } = opened.manifest.engagement
    const sift = new Sift(new Map())
    for (const operation of operations) sift.add(operation)
    refuseForks(sift.forked())
    const database = new EngagementDatabase(id)
    try {
      const segments = [...segmentsOf(sift.fresh)]
      report({ step: 'Storing', done: 0, total: sift.fresh.length })
      const replica = new Replica()
      for (const operation of sift.fresh) replica.apply(operation)
      const snapshot = makeSnapshot(replica)
      await database.transaction('rw', database.tables, async () => {
        await database.facts.put({ name: 'schemaVersion', value: schemaVersion })
        const position = await database.segments.bulkAdd(segments)
        await storeSnapshot(database, snapshot, position ?? 0)
        const { facts, blobs } = await this.along(database, input.now)
        await database.facts.bulkPut([...facts])
        await database.blobs.bulkPut([...blobs])
        await database.changes.add(this.changeOf(input, sift.fresh.length))
      })
    } catch (error) {
      throw writeFailure(error)
    } finally {
      database.close()
    }
  }

  /** A bundle without anything new still tells what its writer has, and may hold an attachment that was missing. */
  private async noteOnly({ facts, blobs }: EngagementDatabase, along: Along): Promise<undefined> {
    await facts.bulkPut([...along.facts])
    await blobs.bulkPut([...along.blobs])
  }

  private current(): readonly [Reading, ...Reading[]] {
    const [first, ...others] = this.readings
    if (!first) throw new Error('No bundle has been read yet.')
    return [first, ...others]
  }

  /** What the bundles bring besides operations: what their writers have, and attachments. */
  private async along(database: EngagementDatabase, readAt: Instant): Promise<Along> {
    const peers = new Map<LaptopId, Peer>()
    const blobs = new Map<string, StoredBlob>()
    for (const { opened } of this.current()) {
      const { laptop, writer = laptop, seen, writtenAt } = opened.manifest
      const peer: Peer = { laptop, writer, seen, writtenAt, readAt, publicKey: opened.signer }
      const before = peers.get(laptop)
      if (!before || !isLater(before, peer)) peers.set(laptop, peer)
      for (const { sha256, content } of opened.blobs())
        if (!blobs.has(sha256)) blobs.set(sha256, await storedBlob(content))
    }
    const facts = await Promise.all([...peers.values()].map((peer) => peerFact(database, peer)))
    return {
      facts: facts.filter((fact) => fact !== undefined),
      blobs: [...blobs.values()],
    }
  }

  private changeOf({ change, label, by, now }: JoinInput, operations: number): ChangeRecord {
    return { id: change, label, at: now, by, kind: 'bundle', operations, standing: 'done' }
  }

  private async sift(
    database: EngagementDatabase,
    seen: ReadonlyMap<LaptopId, Seen>,
  ): Promise<{ fresh: readonly Operation[]; known: number }> {
    const sift = new Sift(seen)
    for (const { operations } of this.current()) for (const operation of operations) sift.add(operation)
    const proof = new KnownProof(sift.known)
    if (proof.isNeeded)
      for await (const segment of segmentsAfter(database, 0))
        for (const operation of decodeSegment(segment))
          if (hasSeen(seen.get(operation.laptop), operation.seq)) proof.look(operation)
    refuseForks([...sift.forked(), ...proof.forked()])
    return { fresh: sift.fresh, known: sift.known.length }
  }
}

function refuseUnattended(
  { manifest: { engagement, writer, laptop } }: OpenedBundle,
  key: BundleSummary['key'],
  into: string,
): void {
  if (engagement.id !== into)
    throw new BundleProblem('other-engagement', `It belongs to another engagement, “${engagement.name}”.`)
  if (key === 'changed')
    throw new BundleProblem(
      'changed-key',
      `It is signed with another key than ${writer ?? laptop} had before. Ask them, then import it by hand.`,
      { laptop },
    )
}

function readLines(opened: OpenedBundle, report: Report) {
  const operations: Operation[] = []
  const problems: { line: number; reason: string }[] = []
  let quarantined = 0
  for (const line of opened.lines()) {
    if ('operation' in line) operations.push(line.operation)
    else if (++quarantined <= quarantineShown) problems.push({ line: line.line, reason: line.problem })
    if (operations.length % segmentSize === 0)
      report({ step: 'Reading changes', done: operations.length, total: opened.manifest.operations })
  }
  return { operations, quarantined, problems }
}

function* segmentsOf(operations: readonly Operation[]): Generator<Segment> {
  for (let from = 0; from < operations.length; from += bulkSegmentSize)
    yield encodeSegment(operations.slice(from, from + bulkSegmentSize))
}

function refuseForks(forked: readonly LaptopId[]): void {
  const [laptop] = forked
  if (laptop !== undefined)
    throw new BundleProblem(
      'forked-laptop',
      `The bundle tells another history of laptop ${laptop} than the one known here: two have written under its name. Nothing was imported. Find out which one is real; on the other, restore a backup, which makes it a laptop of its own.`,
      { laptop },
    )
}
