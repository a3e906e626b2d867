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
  const compare = (left: number, right: number) =>
    compareKeys(keys[left] ?? 0, keys[right] ?? 0) || left - right
  let from = new Uint32Array(keys.length)
  for (let start = 0; start < keys.length; start += runLength) {
    const run = from.subarray(start, start + runLength)
    for (let offset = 0; offset < run.length; offset++) run[offset] = start + offset
    run.sort(compare)
    yield
  }
  let to = new Uint32Array(keys.length)
  for (let width = runLength; width < keys.length; width *= 2) {
    for (let start = 0; start < keys.length; start += 2 * width) {
      yield* merge(from, to, start, Math.min(start + width, keys.length), width, compare)
    }
    ;[from, to] = [to, from]
  }
  return from
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
