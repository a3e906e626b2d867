import { join } from 'node:path'
import type { BundleTimes } from '../../pages/bundle'
import { openBenchApp, startOver } from '../bench-app'
import { amount, type Bench, type Finding, ratio } from '../finding'
import { median } from '../median'
import { Peer } from '../peers'
import { freshFolder } from '../profiles'
import { slope } from '../slope'
import { stepsText } from '../steps'

/** How many operations, and how often each is measured; the first round only warms up. */
const sizes = [
  { operations: 10_000, rounds: 5 },
  { operations: 100_000, rounds: 3 },
  { operations: 1_000_000, rounds: 1 },
] as const
/** The peers get as many; of a million, one of them would take longer than all other benches together. */
const compared = 100_000
const limits = { yjs: 2, automerge: 0.1, loroSize: 1, slope: 1.1, longestTask: 50 }

interface Point {
  readonly operations: number
  readonly exported: number
  readonly bytes: number
  readonly backUp: number
  readonly merges: readonly BundleTimes[]
  readonly ms: number
  /** Merged in turn with ours. */
  readonly yjs: readonly number[]
}

/** Bundles on their way out and in, against libraries that merge the same edits. */
export const bundle: Bench = {
  name: 'bundle',
  async run() {
    const yjs = new Peer('yjs')
    const points: Point[] = []
    let yjsBytes = 0
    for (const { operations, rounds } of sizes)
      points.push(
        await measured(operations, rounds, async (round) => {
          if (operations !== compared) return undefined
          if (round === 0) yjsBytes = await yjs.make(operations)
          return yjs.merge()
        }),
      )
    const ours = points.find(({ operations }) => operations === compared)
    if (!ours) throw new Error('What is compared must be measured.')
    const automerge = await measuredPeer(new Peer('automerge'))
    const loro = await measuredPeer(new Peer('loro'))
    return [...against(ours, automerge, loro, yjsBytes), ...growth(points)]
  },
}

async function measured(
  operations: number,
  rounds: number,
  inTurn: (round: number) => Promise<number | undefined>,
): Promise<Point> {
  const { page, close } = await openBenchApp({ file: join(freshFolder(), 'bench.warroom') })
  try {
    await page.evaluate((count) => window.bench.holdOperations(count), operations)
    await startOver(page)
    const { ms: exported, bytes } = await page.evaluate(() => window.bench.exportOurs())
    await startOver(page)
    const backUp = await page.evaluate(() => window.bench.bundleBackUp())
    const merges: BundleTimes[] = []
    const yjs: number[] = []
    for (let round = rounds > 1 ? 0 : 1; round <= rounds; round++) {
      await startOver(page)
      const times = await page.evaluate((count) => window.bench.mergeOurs(count), operations)
      const peer = await inTurn(round)
      if (round === 0) continue
      merges.push(times)
      if (peer !== undefined) yjs.push(peer)
    }
    return { operations, exported, bytes, backUp, merges, ms: median(merges.map(({ ms }) => ms)), yjs }
  } finally {
    await close()
  }
}

async function measuredPeer(peer: Peer): Promise<{ readonly ms: number; readonly bytes: number }> {
  const bytes = await peer.make(compared)
  return { bytes, ms: await peer.merge() }
}

const megabytes = (bytes: number) => bytes / 1024 ** 2
const count = (operations: number) => operations.toLocaleString('en')

function against(
  ours: Point,
  automerge: { readonly ms: number; readonly bytes: number },
  loro: { readonly ms: number; readonly bytes: number },
  yjsBytes: number,
): Finding[] {
  const work = `merge a bundle of ${count(compared)} operations, file to durable and shown`
  return [
    ratio(
      `${work}, against Yjs merging the same edits in memory`,
      { ours: ours.ms, floor: median(ours.yjs), unit: 'ms' },
      limits.yjs,
      `${stepsText(ours.merges)}; Loro in memory ${amount(loro.ms)} ms`,
    ),
    ratio(
      `${work}, against Automerge in memory`,
      { ours: ours.ms, floor: automerge.ms, unit: 'ms' },
      limits.automerge,
    ),
    ratio(
      `size of that bundle, against Loro’s update of the same edits`,
      { ours: megabytes(ours.bytes), floor: megabytes(loro.bytes), unit: 'MB' },
      limits.loroSize,
      `Yjs, without the values that lost, ${amount(megabytes(yjsBytes))} MB; Automerge ${amount(megabytes(automerge.bytes))} MB`,
    ),
  ]
}

function growth(points: readonly Point[]): Finding[] {
  const longestTask = Math.max(...points.flatMap(({ merges }) => merges.map((times) => times.longestTask)))
  const each = ({ operations, exported, bytes, backUp, ms, merges }: Point) =>
    `${count(operations)}: export ${amount(exported)} ms, ${amount(megabytes(bytes))} MB, merge ${amount(ms)} ms (${stepsText(merges)}), backup of as many ${amount(backUp)} ms`
  return [
    {
      work: 'cost of merging bundles of 10,000 to 1,000,000 operations, slope on logarithmic scales',
      ours: points.map(({ ms }) => `${amount(ms)} ms`).join(', '),
      result: slope(points),
      limit: limits.slope,
      unit: '',
      note: points.map(each).join('; '),
    },
    {
      work: 'cost of exporting them, slope on logarithmic scales',
      ours: points.map(({ exported }) => `${amount(exported)} ms`).join(', '),
      result: slope(points.map(({ operations, exported }) => ({ operations, ms: exported }))),
      limit: limits.slope,
      unit: '',
    },
    {
      work: 'longest task on the screen’s thread during those merges (shorter than 50 ms is not told: 0)',
      ours: `${amount(longestTask)} ms`,
      result: longestTask,
      limit: limits.longestTask,
      unit: 'ms',
    },
  ]
}
