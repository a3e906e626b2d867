import type { Replica } from '@domain/merge/replica'
import { type Clock, clockAtStart, type LaptopId, parseStamp, receive, type Stamp } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'

/** Where a laptop's own writing stands: both can be told from the rows it has applied. */
export interface AuthorState {
  readonly clock: Clock
  readonly seq: number
}

export function authorStateOf(replica: Replica, laptop: LaptopId, now: Instant): AuthorState {
  let clock: Clock = clockAtStart
  for (const [other, { stamp }] of replica.seen) {
    if (stamp === '') continue
    // This laptop's own last stamp is followed wherever it was; another's only within tolerance.
    clock = other === laptop ? later(clock, parseStamp(stamp)) : receive(clock, stamp as Stamp, now).clock
  }
  return { clock, seq: replica.seen.get(laptop)?.to ?? 0 }
}

function later(a: Clock, b: Clock): Clock {
  return b.wall > a.wall || (b.wall === a.wall && b.counter > a.counter)
    ? { wall: b.wall, counter: b.counter }
    : a
}
