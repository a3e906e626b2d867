import { EngagementDatabase } from '../../src/renderer/storage/database'
import { load } from '../../src/renderer/storage/load'
import { openWorkspace } from '../../src/renderer/storage/workspace'

/** What the heap is measured with. Held here, or it would be gone. */
let held: object[] = []

/** Holds every row of the profile's engagement as a plain object, and nothing else of it. Returns how many. */
export async function holdPlainRows(): Promise<number> {
  const [entry] = (await openWorkspace()).engagements
  if (!entry) throw new Error('The profile holds no engagement.')
  const database = new EngagementDatabase(entry.id)
  const { replica } = await load(database)
  database.close()
  held = replica
    .entityNames()
    .flatMap((entity) =>
      [...replica.table(entity).values()].map(({ key, values }) => plain({ key, ...values })),
    )
  return held.length
}

/** As a file or a database would give it: sharing no text with the rows it was made of. */
function plain(row: object): object {
  return JSON.parse(JSON.stringify(row)) as object
}
