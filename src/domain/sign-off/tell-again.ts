import { touchedBy } from '../merge/apply'
import type { Replica } from '../merge/replica'
import { stampWall } from '../merge/stamp'
import type { Instant } from '../model/value'
import { exitPack } from '../reporting/make-exit-pack'
import { withholdingOf } from '../reporting/withholding'
import { type Changes, changesAfter } from './changes'
import { readFrozen } from './frozen'
import type { Hash } from './seal'
import type { SignOffRow } from './standing'

/** What is not as it was signed, worked out by telling all of it again. */
export async function changesSince(
  replica: Replica,
  row: SignOffRow,
  now: Instant,
  hash: Hash,
): Promise<Changes | undefined> {
  const { asOf } = row.values
  if (asOf == null) return undefined
  const withhold = withholdingOf(row.values)
  const then = await exitPack(replica, { asOf, withhold, hash })
  const today = await exitPack(replica, { asOf: now, withhold, hash })
  return changesAfter(row, readFrozen(row.values.frozen), {
    signedMoment: { frozen: then.frozen, issuesSha256: then.hashes.issues },
    today: { frozen: today.frozen },
    laterIssues: writtenAfter(replica, 'issue', row, asOf),
    isWrittenTo: replica
      .entityNames()
      .some((entity) => !besideTheReport.has(entity) && writtenAfter(replica, entity, row, asOf) > 0),
  })
}

/** What signing writes itself, and what no report tells of. */
const besideTheReport: ReadonlySet<string> = new Set([
  'signOff',
  'attachment',
  'savedView',
  'savedReport',
  'importMapping',
  'calendarExport',
])

/** Rows written to after the signed moment, or, within the same millisecond, after the signature was kept. */
function writtenAfter(replica: Replica, entity: string, signed: SignOffRow, instant: Instant): number {
  const kept = touchedBy(signed)
  let count = 0
  for (const row of replica.table(entity).values()) {
    const last = touchedBy(row)
    if (stampWall(last) > instant || last > kept) count++
  }
  return count
}
