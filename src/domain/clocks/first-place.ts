/** Place of the first that passes; the length where none does. Whoever passes, all after it must pass too. */
export function firstPlace<T>(inOrder: ArrayLike<T>, passes: (item: T) => boolean): number {
  let low = 0
  let high = inOrder.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(inOrder[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
