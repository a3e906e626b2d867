import { calledKey } from '@domain/triage/list-columns'
import { resolvedBy } from '@domain/triage/resolved-by'
import { RescueDialog } from '../../parts/rescue/rescue-dialog'
import { useSession } from '../../storage/queries'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'

export interface ResolveDialogProps {
  readonly issueKey: string
  readonly onClose: () => void
}

/** Resolves an issue by one key, or says of one that has ended who did it. */
export function ResolveDialog({ issueKey, onClose }: ResolveDialogProps) {
  const { replica } = useSession()
  const act = useAct()
  const issues = replica.rows('issue')
  const row = issues.get(issueKey)
  if (!row) return null
  return (
    <RescueDialog
      title={`${calledKey(row)}: who resolved it?`}
      onAnswer={(rescue) => {
        onClose()
        void act(resolvedBy(issues.get(issueKey) ?? row, rescue, now(), (key) => issues.get(key)))
      }}
      onClose={onClose}
    />
  )
}
