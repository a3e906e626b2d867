export interface Samples<T> {
  readonly ours: readonly T[]
  readonly floor: readonly T[]
}

/**
 * Measures ours and the floor in turn, so that whatever else the machine does meets both alike. The first round
 * only warms up and is not counted.
 */
export async function alternate<T>(
  rounds: number,
  ours: () => Promise<T>,
  floor: () => Promise<T>,
): Promise<Samples<T>> {
  const samples: { ours: T[]; floor: T[] } = { ours: [], floor: [] }
  for (let round = 0; round <= rounds; round++) {
    const own = await ours()
    const least = await floor()
    if (round === 0) continue
    samples.ours.push(own)
    samples.floor.push(least)
  }
  return samples
}
