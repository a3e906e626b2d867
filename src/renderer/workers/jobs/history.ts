import { effectiveAt, type Operation } from '@domain/merge/operation'
import { EngagementDatabase } from '../../storage/database'
import { operationsIn, segmentsAfter, textOf } from '../../storage/log'

/** Every operation on one row, oldest first by the time it happened. */
export async function history({
  engagement,
  entity,
  key,
}: {
  engagement: string
  entity: string
  key: string
}): Promise<Operation[]> {
  const database = new EngagementDatabase(engagement)
  try {
    const found: Operation[] = []
    // Looking for the key in the text spares parsing segments that do not speak of the row.
    const needle = JSON.stringify(key)
    for await (const segment of segmentsAfter(database, 0)) {
      if (!textOf(segment).includes(needle)) continue
      for (const operation of operationsIn(segment))
        if (operation.entity === entity && operation.key === key) found.push(operation)
    }
    return found.sort((a, b) => effectiveAt(a) - effectiveAt(b) || (a.stamp < b.stamp ? -1 : 1))
  } finally {
    database.close()
  }
}
