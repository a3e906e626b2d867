import { openBenchApp } from '../bench-app'
import { amount, type Bench } from '../finding'
import { median } from '../median'

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
          result: slope(points.map(({ operations, ms }) => [Math.log(operations), Math.log(ms)])),
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

/** Of the straight line that fits the points best. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const meanX = mean(points.map(([x]) => x))
  const meanY = mean(points.map(([, y]) => y))
  const sum = (of: (x: number, y: number) => number) =>
    points.reduce((total, [x, y]) => total + of(x - meanX, y - meanY), 0)
  return sum((x, y) => x * y) / sum((x) => x * x)
}
