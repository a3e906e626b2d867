import type { EngagementDatabase } from './database'
import { type Migration, migrations } from './migrations/migrations'

/** The shape of the stored records that this version writes. */
export const schemaVersion = 3

/** What a version of the app can read and write. */
export interface KnownSchema {
  readonly version: number
  readonly migrations: readonly Migration[]
}

/**
 * Brings the database to this version's shape, one migration after another, all or none.
 * @returns why it can only be read, when a newer version has written it.
 */
export async function bringUpToDate(
  database: EngagementDatabase,
  beforeUpgrade: () => Promise<void>,
  known: KnownSchema = { version: schemaVersion, migrations },
): Promise<string | undefined> {
  const stored = await database.facts.get('schemaVersion')
  const found = typeof stored?.value === 'number' ? stored.value : undefined
  if (found === undefined) {
    await database.facts.put({ name: 'schemaVersion', value: known.version })
    return undefined
  }
  if (found > known.version)
    return `A newer version of the app has written this engagement (format ${found}; this version knows up to ${known.version}). It can be read here but not changed. Install the newer version to go on.`
  const due = known.migrations.filter(({ from }) => from >= found)
  if (due.length === 0) return undefined
  await beforeUpgrade()
  await database.transaction('rw', database.tables, async () => {
    for (const { migrate } of due) await migrate(database)
    await database.facts.put({ name: 'schemaVersion', value: known.version })
  })
  return undefined
}
