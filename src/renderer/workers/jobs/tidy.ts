import { EngagementDatabase } from '../../storage/database'
import { load } from '../../storage/load'
import { foldSegments } from '../../storage/log'
import { writeSnapshot } from '../../storage/snapshot'
import { whileNobodyTidies } from '../../storage/tidying-lock'

/** Folds small segments and writes a fresh snapshot, so that the next start is quick. Changes nothing that shows. */
export function tidy({ engagement }: { engagement: string }): Promise<void> {
  return whileNobodyTidies(engagement, () => tidied(engagement))
}

async function tidied(engagement: string): Promise<void> {
  const database = new EngagementDatabase(engagement)
  try {
    await foldSegments(database)
    const { replica, position, sinceSnapshot } = await load(database)
    if (sinceSnapshot > 0) await writeSnapshot(database, replica, position)
  } finally {
    database.close()
  }
}
