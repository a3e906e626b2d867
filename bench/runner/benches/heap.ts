import type { Page } from '@playwright/test'
import { launchApp } from '../../../tests/support/launch'
import { openBenchApp } from '../bench-app'
import { type Bench, ratio } from '../finding'
import { searchReady } from '../issue-screen'
import { demoProfile } from '../profiles'

const issues = 100_000
const limit = 1.5
const megabyte = 1024 * 1024

/** What the app's page holds with 100,000 issues, against the same rows as plain objects. */
export const heap: Bench = {
  name: 'heap',
  async run() {
    const profile = await demoProfile(issues)
    const ours = await appHeap(profile)
    const floor = await plainHeap(profile)
    return [
      ratio(
        'heap with 100,000 issues, against the same rows as plain objects',
        { ours: ours.bytes / megabyte, floor: floor.bytes / megabyte, unit: 'MB' },
        limit,
        `ours with its search index; of it outside of objects ${(ours.buffers / megabyte).toFixed(0)} MB; ${floor.rows} rows`,
      ),
    ]
  },
}

async function appHeap(profile: string) {
  const { page, close } = await launchApp({ profile })
  try {
    await searchReady(page)
    return await heapOf(page)
  } finally {
    await close()
  }
}

async function plainHeap(profile: string) {
  const { page, close } = await openBenchApp({ profile })
  try {
    const rows = await page.evaluate(() => window.bench.holdPlainRows())
    return { ...(await heapOf(page)), rows }
  } finally {
    await close()
  }
}

/** Bytes that are still held after garbage has been collected; `buffers` are those of typed arrays. */
async function heapOf(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  // A second time for what only the first one made unreachable.
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage')
  return { bytes: usedSize + backingStorageSize, buffers: backingStorageSize }
}
