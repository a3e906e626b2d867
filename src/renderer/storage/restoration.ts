import { databaseExists, EngagementDatabase } from './database'

const factName = 'restored'

/** Part of the transaction that puts a backup in place: which restoration did it. */
export async function noteRestoration(database: EngagementDatabase, restoration: string): Promise<void> {
  await database.facts.put({ name: factName, value: restoration })
}

/**
 * Whether a restoration reached its end. Its worker cannot always tell: it may have been stopped in the moment
 * in which the disk had taken everything.
 */
export async function isInPlace(engagement: string, restoration: string): Promise<boolean> {
  // Looking into a database that is not there would make one.
  if (!(await databaseExists(engagement))) return false
  const database = new EngagementDatabase(engagement)
  try {
    return (await database.facts.get(factName))?.value === restoration
  } catch {
    // What cannot be read is not what has just been written.
    return false
  } finally {
    database.close()
  }
}
