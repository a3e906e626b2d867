import type { Instant } from '../model/value'

/**
 * A hybrid logical clock reading: 9 base-36 digits of wall milliseconds, 4 of a counter, the laptop's id.
 * Fixed width, so that comparing stamps as strings compares them in time.
 */
export type Stamp = string & { readonly stamp: unique symbol }

/** Ten lower-case letters and digits, minted once for an installation. */
export type LaptopId = string

export interface StampParts {
  readonly wall: Instant
  readonly counter: number
  readonly laptop: LaptopId
}

/** The state of a laptop's clock between two stamps. */
export interface Clock {
  readonly wall: Instant
  readonly counter: number
}

export const clockAtStart: Clock = { wall: 0, counter: 0 }

const wallDigits = 9
const counterDigits = 4
const laptopLength = 10
const lastCounter = 36 ** counterDigits - 1
const [firstDigit, lastDigit, firstLetter] = [48, 57, 97] as const
const stampPattern = /^[0-9a-z]{9}\.[0-9a-z]{4}\.[0-9a-z]{10}$/

/**
 * How far ahead of this laptop's wall clock another may be and still pull it along. Beyond this the other
 * clock is wrong, and following it would spread the error to every stamp written from now on.
 */
export const driftTolerance = 10 * 60_000

const base36 = (value: number, digits: number) => value.toString(36).padStart(digits, '0')

/** Thousands of stamps of one moment follow each other, and its digits are the most work of each. */
let latest = { wall: 0, text: base36(0, wallDigits) }

export function formatStamp({ wall, counter, laptop }: StampParts): Stamp {
  if (wall !== latest.wall) latest = { wall, text: base36(wall, wallDigits) }
  return `${latest.text}.${base36(counter, counterDigits)}.${laptop}` as Stamp
}

export function isStamp(text: unknown): text is Stamp {
  return typeof text === 'string' && stampPattern.test(text)
}

export function stampWall(stamp: Stamp): Instant {
  return numberIn(stamp, 0, wallDigits)
}

export function stampCounter(stamp: Stamp): number {
  return numberIn(stamp, wallDigits + 1, wallDigits + 1 + counterDigits)
}

/** Read digit by digit: every merge asks for a million of these, and to cut them out and parse the piece takes longer. */
function numberIn(stamp: Stamp, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const unit = stamp.charCodeAt(at)
    number = number * 36 + (unit <= lastDigit ? unit - firstDigit : unit - firstLetter + 10)
  }
  return number
}

export function stampLaptop(stamp: Stamp): LaptopId {
  return stamp.slice(-laptopLength)
}

export function parseStamp(stamp: Stamp): StampParts {
  return {
    wall: stampWall(stamp),
    counter: stampCounter(stamp),
    laptop: stampLaptop(stamp),
  }
}

/** The clock for the next stamp of this laptop: never behind the last one, even when the wall clock steps back. */
export function tick(clock: Clock, now: Instant): Clock {
  const wall = Math.max(0, Math.floor(now))
  if (wall > clock.wall) return { wall, counter: 0 }
  if (clock.counter < lastCounter) return { wall: clock.wall, counter: clock.counter + 1 }
  return { wall: clock.wall + 1, counter: 0 }
}

export interface Received {
  readonly clock: Clock
  /** Milliseconds by which the other laptop's clock is ahead, where that is more than the tolerance. */
  readonly ahead?: number
}

/** The clock after having seen another laptop's stamp. A stamp from too far ahead is flagged and not followed. */
export function receive(clock: Clock, stamp: Stamp, now: Instant): Received {
  const remote = parseStamp(stamp)
  const ahead = remote.wall - now
  if (ahead > driftTolerance) return { clock, ahead }
  if (remote.wall < clock.wall || (remote.wall === clock.wall && remote.counter <= clock.counter))
    return { clock }
  return { clock: { wall: remote.wall, counter: remote.counter } }
}

/** A laptop id from 10 random bytes, handed in. */
export function laptopIdFrom(random: Uint8Array): LaptopId {
  let id = ''
  for (let index = 0; index < laptopLength; index++) id += ((random[index] ?? 0) % 36).toString(36)
  return id
}
