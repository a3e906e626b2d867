import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportTimes } from '../../pages/import'
import { alternate } from '../alternate'
import { openBenchApp, startOver } from '../bench-app'
import { amount, type Bench, ratio } from '../finding'
import { jiraExport } from '../jira-export'
import { median } from '../median'
import { freshFolder } from '../profiles'
import { stepsText } from '../steps'

const records = 25_000
const rounds = 3
const limit = 0.5
const longestTaskLimit = 50

/** A file to rows that are durable and shown, against papaparse and Dexie's bulkAdd of the same rows. */
export const importing: Bench = {
  name: 'import',
  async run() {
    const file = join(freshFolder(), 'jira.csv')
    writeFileSync(file, jiraExport(records))
    const { page, close } = await openBenchApp({ file })
    try {
      const samples = await alternate(
        rounds,
        async () => {
          await startOver(page)
          return page.evaluate((count) => window.bench.importOurs(count), records)
        },
        async () => {
          await startOver(page)
          return page.evaluate((count) => window.bench.importFloor(count), records)
        },
      )
      const longestTask = Math.max(...samples.ours.map((times) => times.longestTask))
      return [
        ratio(
          'import 25,000 rows of 36 columns, against papaparse and Dexie bulkAdd',
          { ours: medianMs(samples.ours), floor: medianMs(samples.floor), unit: 'ms' },
          limit,
          `ours: ${stepsText(samples.ours)}; floor: ${stepsText(samples.floor)}`,
        ),
        {
          work: 'longest task on the screen’s thread during that import (shorter than 50 ms is not told: 0)',
          ours: `${amount(longestTask)} ms`,
          result: longestTask,
          limit: longestTaskLimit,
          unit: 'ms',
        },
      ]
    } finally {
      await close()
    }
  },
}

const medianMs = (samples: readonly ImportTimes[]) => median(samples.map(({ ms }) => ms))
