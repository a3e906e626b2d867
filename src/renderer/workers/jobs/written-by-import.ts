import { importCause } from '@domain/merge/operation'
import { EngagementDatabase } from '../../storage/database'
import { operationsIn, segmentsAfter, textOf } from '../../storage/log'

/** Keys of the rows that an import wrote, each once. */
export interface WrittenByImport {
  readonly issues: readonly string[]
  readonly comments: readonly string[]
}

export async function writtenByImport({
  engagement,
  change,
}: {
  engagement: string
  change: string
}): Promise<WrittenByImport> {
  const database = new EngagementDatabase(engagement)
  try {
    const written = { issue: new Set<string>(), comment: new Set<string>() }
    const cause = importCause(change)
    // Looking for the cause in the text spares parsing segments that nothing of the import is in.
    const needle = JSON.stringify(cause)
    for await (const segment of segmentsAfter(database, 0)) {
      if (!textOf(segment).includes(needle)) continue
      for (const operation of operationsIn(segment)) {
        if (operation.cause !== cause) continue
        if (operation.entity === 'issue' || operation.entity === 'comment')
          written[operation.entity].add(operation.key)
      }
    }
    return { issues: [...written.issue], comments: [...written.comment] }
  } finally {
    database.close()
  }
}
