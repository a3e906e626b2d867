import { addAffected, affectedOf, removeAffected } from '@domain/triage/affected'
import type { IssueRow } from '@domain/triage/as-of'
import { useAct } from '../../../view-state/use-act'
import { Chips } from './chips'

/** Users who are known to be affected, by name. */
export function AffectedUsers({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  return (
    <Chips
      title="Affected users"
      names={affectedOf(row)}
      addLabel="Add a user"
      readOnly={readOnly}
      onAdd={(typed) => act(addAffected(row, typed))}
      onRemove={(name) => void act(removeAffected(row, name))}
    />
  )
}
