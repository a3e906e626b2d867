import { openBenchApp } from '../bench-app'
import { amount, type Bench } from '../finding'
import { median } from '../median'
import { slope } from '../slope'

/** How many operations, and how often that is measured. */
const sizes = [
  { operations: 10_000, rounds: 9 },
  { operations: 100_000, rounds: 3 },
  { operations: 1_000_000, rounds: 1 },
] as const
const limit = 1.1

/** How the cost of applying operations grows with their number. */
export const merge: Bench = {
  name: 'merge',
  async run() {
    const { page, close } = await openBenchApp({})
    try {
      const time = (count: number) => page.evaluate((n) => window.bench.mergeTime(n), count)
      await time(sizes[0].operations)
      const points: { operations: number; ms: number }[] = []
      for (const { operations, rounds } of sizes) {
        const times: number[] = []
        for (let round = 0; round < rounds; round++) times.push(await time(operations))
        points.push({ operations, ms: median(times) })
      }
      return [
        {
          work: 'cost of applying 10,000 to 1,000,000 operations, slope on logarithmic scales',
          ours: points.map(({ ms }) => `${amount(ms)} ms`).join(', '),
          result: slope(points),
          limit,
          unit: '',
          note: points
            .map(({ operations, ms }) => `${((ms / operations) * 1_000).toFixed(2)} µs each of ${operations}`)
            .join(', '),
        },
      ]
    } finally {
      await close()
    }
  },
}
