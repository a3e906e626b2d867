import { demoIntents } from '@domain/demo/demo'
import { demoContents } from '@domain/demo/details'
import { Replica } from '@domain/merge/replica'
import { clockAtStart, type LaptopId } from '@domain/merge/stamp'
import { writeInBulk } from '../../storage/bulk-write'
import { EngagementDatabase } from '../../storage/database'
import { load } from '../../storage/load'
import { schemaVersion } from '../../storage/schema-version'
import { writeSnapshot } from '../../storage/snapshot'
import type { Report } from '../rpc'

export interface DemoInput {
  readonly engagement: string
  readonly change: string
  readonly laptop: LaptopId
  readonly issues: number
  readonly seed: number
  /** Up to where the sponsor signs, who does so after it. */
  readonly whole?: boolean | undefined
  readonly now: number
}

/** Fills a new engagement with the demo. Returns how many operations that took. */
export async function demo(
  { engagement, change, laptop, issues, seed, whole = false, now }: DemoInput,
  report: Report,
): Promise<number> {
  const database = new EngagementDatabase(engagement)
  try {
    await database.facts.put({ name: 'schemaVersion', value: schemaVersion })
    const contents = demoContents().map(({ sha256, content }) => ({ sha256, data: new Blob([content]) }))
    await database.blobs.bulkPut(contents)
    const intents = demoIntents({ seed, issues, whole, now })
    const written = await writeInBulk(
      database,
      new Replica(),
      intents,
      {
        id: change,
        label: 'Demo engagement made',
        kind: 'creation',
        cause: 'demo',
        laptop,
        by: 'Demo',
        now,
        from: { clock: clockAtStart, seq: 0 },
      },
      (done) => report({ step: 'Writing its issues and their history', done, total: 0 }),
    )
    const { replica, position } = await load(database)
    await writeSnapshot(database, replica, position)
    return written.change.operations
  } finally {
    database.close()
  }
}
