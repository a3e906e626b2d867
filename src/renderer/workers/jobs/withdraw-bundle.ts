import type { LaptopId } from '@domain/merge/stamp'
import { EngagementDatabase } from '../../storage/database'
import { operationsIn } from '../../storage/log'
import { dropSnapshot } from '../../storage/snapshot'
import { whileNobodyTidies } from '../../storage/tidying-lock'
import { writeFailure } from '../../storage/write-failure'

export interface WithdrawInput {
  readonly engagement: string
  /** The change that merged it. */
  readonly bundle: string
}

export interface Withdrawn {
  /** Operations taken out of the log; 0 when the bundle has nothing in it (any more). */
  readonly operations: number
  readonly laptops: readonly LaptopId[]
}

/**
 * Takes out of the log what a bundle brought, as if it had never been read. What was written here since stays; where
 * it builds on what is gone, it waits for it like for any operation that has not arrived.
 * @throws WriteRefused
 */
export function withdrawBundle({ engagement, bundle }: WithdrawInput): Promise<Withdrawn> {
  return whileNobodyTidies(engagement, () => withdrawn(engagement, bundle))
}

async function withdrawn(engagement: string, bundle: string): Promise<Withdrawn> {
  const database = new EngagementDatabase(engagement)
  const { segments, changes, facts, snapshot } = database
  try {
    return await database.transaction('rw', segments, changes, facts, snapshot, async () => {
      const brought = await segments.filter((segment) => segment.bundle === bundle).toArray()
      if (brought.length === 0) return { operations: 0, laptops: [] }
      await segments.bulkDelete(brought.flatMap(({ id }) => (id === undefined ? [] : [id])))
      await changes.where('id').equals(bundle).modify({ standing: 'undone' })
      // The rows of the snapshot hold it too; the log alone makes them again.
      await dropSnapshot(database)
      const operations = brought.flatMap(operationsIn)
      const laptops = new Set(operations.map(({ laptop }) => laptop))
      return { operations: operations.length, laptops: [...laptops].sort() }
    })
  } catch (error) {
    throw writeFailure(error)
  } finally {
    database.close()
  }
}
