/**
 * Chance by place and not by turn: what falls for one purpose on one day of one run stays the same whatever else was
 * drawn before it. Two forecasts with the same seed differ only by what was changed between them, so that a what-if
 * is never better or worse by luck.
 */
export function placeOfChance(seed: number, run: number, day: number): number {
  return mixed(mixed(seed ^ Math.imul(run + 1, 0x9e3779b1)) ^ Math.imul(day + 1, 0x85ebca6b))
}

/** Evenly between 0 and 1, neither of them included. */
export function chanceAt(place: number, purpose: number): number {
  return ((mixed(place ^ Math.imul(purpose + 1, 0xc2b2ae35)) >>> 0) + 0.5) / 2 ** 32
}

function mixed(value: number): number {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** The normal value that stands at a chance: Tukey's lambda, within 0.02 of it but for one draw in a thousand. */
export function normalAt(chance: number): number {
  return (chance ** 0.135 - (1 - chance) ** 0.135) / 0.1975
}

/** Counts above this are told by the normal value: a sum over so many terms is as good as one. */
const many = 40

/** How many come where `mean` are expected; it never falls while `mean` rises. */
export function countAt(chance: number, mean: number): number {
  if (mean > many) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalAt(chance)))
  let share = Math.exp(-mean)
  let sum = share
  let count = 0
  while (chance > sum && count < 4 * many) {
    count++
    share *= mean / count
    sum += share
  }
  return count
}

/** How many of `of` it happens to, each with the same probability. */
export function someAt(chance: number, of: number, probability: number): number {
  if (of === 0 || probability <= 0) return 0
  if (probability >= 1) return of
  const mean = of * probability
  if (of > many) {
    const spread = Math.sqrt(mean * (1 - probability))
    return Math.min(of, Math.max(0, Math.round(mean + spread * normalAt(chance))))
  }
  const odds = probability / (1 - probability)
  let share = (1 - probability) ** of
  let sum = share
  let count = 0
  while (chance > sum && count < of) {
    share *= (odds * (of - count)) / (count + 1)
    count++
    sum += share
  }
  return count
}

/** A rate that was seen `events` times in `exposure`, as it may really be (a gamma value, after Wilson and Hilferty). */
export function rateAt(chance: number, events: number, exposure: number): number {
  const root = 1 - 1 / (9 * events) + normalAt(chance) / (3 * Math.sqrt(events))
  return (events * Math.max(0, root) ** 3) / exposure
}

/** A share of which `yes` and `no` were seen, as it may really be. */
export function shareAt(one: number, other: number, yes: number, no: number): number {
  const first = rateAt(one, yes, 1)
  const second = rateAt(1 - other, no, 1)
  return first + second === 0 ? 0 : first / (first + second)
}
