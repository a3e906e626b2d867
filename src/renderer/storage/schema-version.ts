import type { EngagementDatabase } from './database'
import { migrations } from './migrations/migrations'

/** The shape of the stored records that this version writes. */
export const schemaVersion = 1

/**
 * Brings the database to this version's shape, one migration after another.
 * @returns why it can only be read, when a newer version has written it.
 */
export async function bringUpToDate(
  database: EngagementDatabase,
  beforeUpgrade: () => Promise<void>,
): Promise<string | undefined> {
  const stored = await database.facts.get('schemaVersion')
  const found = typeof stored?.value === 'number' ? stored.value : undefined
  if (found === undefined) {
    await database.facts.put({ name: 'schemaVersion', value: schemaVersion })
    return undefined
  }
  if (found > schemaVersion)
    return `A newer version of the app has written this engagement (format ${found}; this version knows up to ${schemaVersion}). It can be read here but not changed. Install the newer version to go on.`
  const due = migrations.filter(({ from }) => from >= found)
  if (due.length === 0) return undefined
  await beforeUpgrade()
  await database.transaction('rw', database.tables, async () => {
    for (const { migrate } of due) await migrate(database)
    await database.facts.put({ name: 'schemaVersion', value: schemaVersion })
  })
  return undefined
}
