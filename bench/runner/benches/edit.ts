import { openBenchApp } from '../bench-app'
import { amount, type Bench, ratio } from '../finding'
import { median } from '../median'
import { demoProfile } from '../profiles'

const rounds = 80
const limit = 1.5

/** One field from the key press to durable and painted, against one bare strict write and a frame. */
export const edit: Bench = {
  name: 'edit',
  async run() {
    const { page, close } = await openBenchApp({ profile: await demoProfile(10_000) })
    try {
      // Once through to warm up.
      await page.evaluate(() => window.bench.edits(10))
      const { ours, floor, oursDurable, floorDurable } = await page.evaluate(
        (count) => window.bench.edits(count),
        rounds,
      )
      return [
        ratio(
          'edit one field to durable and painted, against one bare strict write and one frame',
          { ours: median(ours), floor: median(floor), unit: 'ms' },
          limit,
          `durable part alone: ${amount(median(oursDurable))} ms, bare ${amount(median(floorDurable))} ms`,
        ),
      ]
    } finally {
      await close()
    }
  },
}
