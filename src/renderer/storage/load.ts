import { effectiveAt } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import type { Instant } from '@domain/model/value'
import type { EngagementDatabase } from './database'
import { DamagedRecord, decodeSegment, segmentsAfter } from './log'
import { pace } from './pace'
import { readSnapshot } from './snapshot'

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

/**
 * All rows of the engagement: the snapshot, then the log after it; the log alone where the snapshot is damaged.
 * @throws DamagedRecord when the log itself is damaged.
 */
export async function load(database: EngagementDatabase): Promise<Loaded> {
  const { replica, position } = await readSnapshot(database).catch((error: unknown) => {
    if (error instanceof DamagedRecord) return { replica: new Replica(), position: 0 }
    throw error
  })
  return catchUp(database, replica, position)
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
    for (const operation of decodeSegment(segment)) replica.apply(operation)
    last = segment.id ?? last
    count += segment.count
    await turn()
  }
  return { replica, position: last, sinceSnapshot: count }
}
