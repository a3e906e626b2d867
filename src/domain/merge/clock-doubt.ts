import type { Instant } from '../model/value'
import type { ToldCopy } from './freshness'
import type { Seen } from './seen'
import { driftTolerance, type LaptopId, stampWall } from './stamp'

/** What another laptop told of itself with the last bundle that it wrote. */
export type ToldByPeer = Pick<ToldCopy, 'laptop' | 'seen' | 'writtenAt' | 'readAt'>

export interface ClockReadings {
  /** What this laptop's clock says. */
  readonly now: Instant
  /** The latest that it has said since the app was opened. */
  readonly latest: Instant
  readonly laptop: LaptopId
  /** What has been seen of every laptop, this one among them. */
  readonly seen: ReadonlyMap<LaptopId, Seen>
  readonly peers: readonly ToldByPeer[]
}

/** Something that cannot be where all clocks are right. */
export type ClockEvidence =
  /** This laptop's clock says less than it did before: while the app is open, or when it last wrote. */
  | {
      readonly kind: 'set-back'
      readonly since: 'opened' | 'written'
      readonly to: Instant
      readonly from: Instant
    }
  /** Another laptop has written at a time that has not come here yet. */
  | {
      readonly kind: 'written-later'
      readonly laptop: LaptopId
      readonly at: Instant
      readonly here: Instant
    }
  /** Another laptop held what was written here, at a time before it was written. */
  | { readonly kind: 'held-before'; readonly laptop: LaptopId; readonly at: Instant; readonly here: Instant }

/**
 * A clock that seems wrong. `either`: two laptops disagree and no third says which of them is right; the direction is
 * the other one's.
 */
export interface ClockDoubt {
  readonly whose: 'this' | 'other' | 'either'
  /** The other laptop, where there is one. */
  readonly laptop?: LaptopId
  readonly direction: 'ahead' | 'behind'
  /** At least so many milliseconds. */
  readonly by: number
  readonly evidence: readonly ClockEvidence[]
}

type Against = Extract<ClockEvidence, { laptop: LaptopId }>

/**
 * Which clocks seem wrong, and what tells so. A bundle may travel for weeks, so only what cannot be counts: what was
 * written before it could be, or is read before it was written. Stamps may run ahead of their own clock by the
 * tolerance, which no doubt stays below.
 */
export function clockDoubts(readings: ClockReadings): ClockDoubt[] {
  const { laptop, seen } = readings
  const own = ownSteps(readings)
  const others = [...new Set([...seen.keys(), ...readings.peers.map((peer) => peer.laptop)])]
    .filter((other) => other !== laptop)
    .sort()
  const against = others.flatMap((other) => evidenceAgainst(other, readings))
  const ahead = against.filter(({ kind }) => kind === 'written-later')
  const behind = against.filter(({ kind }) => kind === 'held-before')
  const right = others.length - against.length
  return [...own, ...judged(ahead, 'ahead', right, own), ...judged(behind, 'behind', right, own)]
}

function ownSteps({ now, latest, laptop, seen }: ClockReadings): ClockDoubt[] {
  const last = seen.get(laptop)?.stamp
  const steps: [since: 'opened' | 'written', from: Instant][] = [['opened', latest]]
  if (last) steps.push(['written', stampWall(last)])
  const evidence = steps
    .filter(([, from]) => from - now > driftTolerance)
    .map(([since, from]): ClockEvidence => ({ kind: 'set-back', since, from, to: now }))
  if (evidence.length === 0) return []
  const by = Math.max(...steps.map(([, from]) => from - now))
  return [{ whose: 'this', direction: 'behind', by, evidence }]
}

function evidenceAgainst(laptop: LaptopId, { now, laptop: self, seen, peers }: ClockReadings): Against[] {
  const peer = peers.find((one) => one.laptop === laptop)
  const written = seen.get(laptop)
  const later: Against[] = []
  if (peer) later.push({ kind: 'written-later', laptop, at: peer.writtenAt, here: peer.readAt })
  // The time of a bundle is the clock's own; stamps stay ahead after a clock that was wrong has been put right.
  const isToldByBundle = peer && (peer.seen[laptop] ?? 0) >= (written?.to ?? 0)
  if (written?.stamp && !isToldByBundle)
    later.push({ kind: 'written-later', laptop, at: stampWall(written.stamp), here: now })
  const ahead = later.filter(({ at, here }) => at - here > driftTolerance)
  if (ahead.length > 0) return [ahead.reduce((a, b) => (distance(b) > distance(a) ? b : a))]
  const own = seen.get(self)
  // Only the last stamp of this laptop is at hand, so only who held everything can be told by it.
  if (!peer || !own?.stamp || (peer.seen[self] ?? 0) < own.to) return []
  const here = stampWall(own.stamp)
  const isBehind = here - now <= driftTolerance && here - peer.writtenAt > driftTolerance
  return isBehind ? [{ kind: 'held-before', laptop, at: peer.writtenAt, here }] : []
}

/** Several that disagree with this laptop in the same way are right, unless others agree with it. */
function judged(
  evidence: readonly Against[],
  direction: 'ahead' | 'behind',
  right: number,
  own: readonly ClockDoubt[],
): ClockDoubt[] {
  const isOwn = evidence.length > 1 && evidence.length > right
  // A clock that was set back explains why others seem ahead of it.
  if (evidence.length === 0 || (own.length > 0 && direction === 'ahead' && right === 0)) return []
  if (isOwn)
    return [
      {
        whose: 'this',
        direction: direction === 'ahead' ? 'behind' : 'ahead',
        by: Math.min(...evidence.map(distance)),
        evidence,
      },
    ]
  return evidence.map((one) => ({
    whose: right > 0 ? 'other' : 'either',
    laptop: one.laptop,
    direction,
    by: distance(one),
    evidence: [one],
  }))
}

const distance = ({ at, here }: Against) => Math.abs(at - here)
