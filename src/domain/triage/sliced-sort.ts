/**
 * Sorting in small steps, so that a screen stays alive meanwhile: each `yield` comes after about a millisecond
 * of work. Stable.
 */
export type SortKey = string | number

const runLength = 1_024
const mergedBetweenYields = 8_192

/** Numbers before texts, each kind by value. */
export function compareKeys(left: SortKey, right: SortKey): number {
  if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1
  if (left < right) return -1
  return left > right ? 1 : 0
}

/** Indices of `keys` in ascending order. */
export function* sortedIndices(keys: readonly SortKey[]): Generator<void, Uint32Array<ArrayBuffer>> {
  if (areNumbers(keys)) return indicesOfNumbers(keys)
  return yield* sortedPlaces(
    keys.length,
    (left, right) => compareKeys(keys[left] ?? 0, keys[right] ?? 0) || left - right,
  )
}

/** Places from 0 up to, without, `count` in the order that `compare` gives them; it may call no two places alike. */
export function* sortedPlaces(
  count: number,
  compare: (left: number, right: number) => number,
): Generator<void, Uint32Array<ArrayBuffer>> {
  let from = new Uint32Array(count)
  for (let start = 0; start < count; start += runLength) {
    const run = from.subarray(start, start + runLength)
    for (let offset = 0; offset < run.length; offset++) run[offset] = start + offset
    run.sort(compare)
    yield
  }
  let to = new Uint32Array(count)
  for (let width = runLength; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      yield* merge(from, to, start, Math.min(start + width, count), width, compare)
    }
    ;[from, to] = [to, from]
  }
  return from
}

const areNumbers = (keys: readonly SortKey[]): keys is readonly number[] =>
  keys.every((key) => typeof key === 'number')

/** The engine sorts plain numbers so quickly that a hundred thousand of them are one small step. */
function indicesOfNumbers(keys: readonly number[]): Uint32Array<ArrayBuffer> {
  const nextPlaces = new Map<number, number>()
  const sorted = Float64Array.from(keys).sort()
  for (let place = sorted.length - 1; place >= 0; place--) nextPlaces.set(sorted[place] ?? 0, place)
  const indices = new Uint32Array(keys.length)
  for (const [index, key] of keys.entries()) {
    const place = nextPlaces.get(key) ?? 0
    indices[place] = index
    nextPlaces.set(key, place + 1)
  }
  return indices
}

function* merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  width: number,
  compare: (left: number, right: number) => number,
): Generator<void, void> {
  const end = Math.min(middle + width, from.length)
  let left = start
  let right = middle
  for (let place = start; place < end; place++) {
    const takeLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0)
    to[place] = from[takeLeft ? left++ : right++] ?? 0
    if ((place - start) % mergedBetweenYields === mergedBetweenYields - 1) yield
  }
}

/** Runs a job of many steps to its end at once. */
export function finish<T>(job: Generator<void, T>): T {
  for (;;) {
    const step = job.next()
    if (step.done) return step.value
  }
}
