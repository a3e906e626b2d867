import { openBenchApp, startOver } from '../bench-app'
import { amount, type Bench } from '../finding'
import { median } from '../median'
import { slope } from '../slope'

/** How many operations, and how often that is measured; the first round only warms up. */
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
    const points: { operations: number; ms: number }[] = []
    for (const { operations, rounds } of sizes)
      points.push({ operations, ms: await measured(operations, rounds) })
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
  },
}

/** Made in a page that is gone when they are applied: what made them would stand in the memory like rows. */
async function measured(operations: number, rounds: number): Promise<number> {
  const { page, close } = await openBenchApp({})
  try {
    await page.evaluate((count) => window.bench.holdOperations(count), operations)
    await startOver(page)
    const times: number[] = []
    for (let round = 0; round <= rounds; round++)
      times.push(await page.evaluate((count) => window.bench.mergeTime(count), operations))
    return median(times.slice(1))
  } finally {
    await close()
  }
}
