import type { RecordColumns } from './record-columns'
import type { Target } from './targets'

const wordTargets: ReadonlySet<Target> = new Set([
  'status',
  'severity',
  'class',
  'channel',
  'resolution',
  'usersAffected',
  'externalUrl',
])
/** Targets that are no field of an issue, or one that is never empty. */
const indirect: ReadonlySet<Target> = new Set([
  'externalKey',
  'title',
  'status',
  'statusCategory',
  'resolution',
  'channel',
  'tags',
  'comments',
  'updatedBy',
  'updateNumber',
  'ignore',
])

/** Fields of which a file speaks: where a record leaves one empty, that is its word, too. */
export function spokenFieldsOf(columns: RecordColumns): string[] {
  const fields = columns.kept.map(({ field }) => field)
  for (const [target, fedBy] of columns.targets()) {
    if (target === 'severity') fields.push('severity', 'reportedSeverity')
    else if (!indirect.has(target)) fields.push(target)
    if (wordTargets.has(target)) fields.push(...fedBy.map(({ field }) => field))
    if (target === 'status') fields.push('holdReason')
    if (target === 'resolution') fields.push('declineReason')
  }
  if (!columns.has('resolvedAt') && columns.has('closedAt')) fields.push('resolvedAt')
  return fields
}
