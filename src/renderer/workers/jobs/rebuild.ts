import { dumpPieces } from '@domain/merge/dump'
import type { Replica } from '@domain/merge/replica'
import { EngagementDatabase } from '../../storage/database'
import { load, rebuild as rebuildFromLog } from '../../storage/load'
import { writeSnapshot } from '../../storage/snapshot'

export interface RebuildResult {
  readonly equal: boolean
  readonly operations: number
  readonly rows: number
}

/** Makes all rows again from the log alone, compares them with what the snapshot gave, and replaces the snapshot. */
export async function rebuild({ engagement }: { engagement: string }): Promise<RebuildResult> {
  const database = new EngagementDatabase(engagement)
  try {
    const shown = await load(database)
    const made = await rebuildFromLog(database)
    const equal = sameRows(shown.replica, made.replica)
    await writeSnapshot(database, made.replica, made.position)
    const rows = made.replica.entityNames().reduce((sum, entity) => sum + made.replica.table(entity).size, 0)
    return { equal, operations: made.replica.size, rows }
  } finally {
    database.close()
  }
}

function sameRows(a: Replica, b: Replica): boolean {
  const ours = dumpPieces(a)
  const theirs = dumpPieces(b)
  for (;;) {
    const [left, right] = [ours.next(), theirs.next()]
    if (left.done || right.done) return left.done === right.done
    if (left.value !== right.value) return false
  }
}
