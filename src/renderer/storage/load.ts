import { effectiveAt } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import type { Instant } from '@domain/model/value'
import type { EngagementDatabase } from './database'
import { DamagedRecord, decodeSegment, segmentsAfter } from './log'
import { pace } from './pace'
import type { ReadAhead } from './read-ahead'
import { type Restored, readSnapshot, unpackSnapshot } from './snapshot'

export interface Loaded {
  readonly replica: Replica
  /** Id of the last segment that has been applied. */
  readonly position: number
  /** Operations that the snapshot does not hold yet. */
  readonly sinceSnapshot: number
}

/** The log cannot be read to its end; only a backup helps. */
export class DamagedEngagement extends Error {
  /**
   * @param loss whether the stored data is not what was written, or not there at all
   * @param segment the stretch of the log that is damaged, where that is known
   */
  constructor(
    readonly id: string,
    readonly loss: 'damaged' | 'gone',
    message: string,
    readonly segment?: number,
  ) {
    super(message)
    this.name = 'DamagedEngagement'
  }
}

/** Rows that were made ready before anybody opened their engagement. */
export interface Prepared extends Restored {
  readonly engagement: string
  /** Head of the snapshot that they are out of. */
  readonly head: unknown
}

/** Makes rows of what was read ahead; undefined where that is nothing, or damaged, which opening will find again. */
export async function prepare(reading: Promise<ReadAhead | undefined>): Promise<Prepared | undefined> {
  try {
    const ahead = await reading
    if (!ahead) return undefined
    const { engagement, snapshot } = ahead
    return { engagement, head: snapshot.head, ...(await unpackSnapshot(snapshot)) }
  } catch {
    return undefined
  }
}

/**
 * All rows of the engagement: the snapshot, then the log after it; the log alone where the snapshot is damaged.
 * @param preparing rows of this engagement, taken where they are those of its snapshot
 * @throws DamagedRecord when the log itself is damaged.
 */
export async function load(
  database: EngagementDatabase,
  preparing?: Promise<Prepared | undefined>,
): Promise<Loaded> {
  const { replica, position } = (await preparedFrom(database, preparing)) ?? (await fromSnapshot(database))
  return catchUp(database, replica, position)
}

/** Another window may have written another snapshot, or put a backup in place, since it was read. */
async function preparedFrom(
  database: EngagementDatabase,
  preparing: Promise<Prepared | undefined> | undefined,
): Promise<Prepared | undefined> {
  if (!preparing) return undefined
  const [prepared, head] = await Promise.all([preparing, database.facts.get('snapshot')])
  return prepared && JSON.stringify(prepared.head) === JSON.stringify(head?.value) ? prepared : undefined
}

async function fromSnapshot(database: EngagementDatabase): Promise<Restored> {
  return readSnapshot(database).catch((error: unknown) => {
    if (error instanceof DamagedRecord) return { replica: new Replica(), position: 0 }
    throw error
  })
}

/** All rows, from the log alone. */
export async function rebuild(database: EngagementDatabase): Promise<Loaded> {
  return catchUp(database, new Replica(), 0)
}

/** All rows as they were at an instant: the log without what happened later. */
export async function rebuildAsOf(database: EngagementDatabase, asOf: Instant): Promise<Replica> {
  const replica = new Replica()
  for await (const segment of segmentsAfter(database, 0))
    for (const operation of decodeSegment(segment))
      if (effectiveAt(operation) <= asOf) replica.apply(operation)
  return replica
}

/** Applies what the log holds after `position`, giving way to the screen now and then. */
export async function catchUp(
  database: EngagementDatabase,
  replica: Replica,
  position: number,
): Promise<Loaded> {
  let last = position
  let count = 0
  const turn = pace()
  for await (const segment of segmentsAfter(database, position)) {
    const operations = decodeSegment(segment)
    await turn()
    for (const operation of operations) replica.apply(operation)
    last = segment.id ?? last
    count += segment.count
    await turn()
  }
  return { replica, position: last, sinceSnapshot: count }
}
