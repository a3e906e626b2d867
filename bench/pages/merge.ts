import { Replica } from '@domain/merge/replica'
import { EngagementDatabase } from '../../src/renderer/storage/database'
import { operationsIn, segmentsAfter } from '../../src/renderer/storage/log'
import { source } from './bundle'

/** Milliseconds to apply the operations that are held to an empty replica; reading them is not counted. */
export async function mergeTime(count: number): Promise<number> {
  const database = new EngagementDatabase(source)
  const replica = new Replica()
  let ms = 0
  for await (const segment of segmentsAfter(database, 0)) {
    const operations = operationsIn(segment)
    const began = performance.now()
    for (const operation of operations) replica.apply(operation)
    ms += performance.now() - began
  }
  database.close()
  if (replica.size !== count) throw new Error(`${replica.size} of ${count} operations were applied.`)
  return ms
}
