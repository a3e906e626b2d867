import type { DemandingStatus, StatusWish } from '@domain/triage/issue-status'
import { statusWords } from '@domain/triage/words'
import { Dialog } from '../../ui/dialog'
import { StatusQuestion } from './detail/status-question'

export interface PickedStatusDialogProps {
  readonly status: DemandingStatus
  /** `one issue`, `12 issues`. */
  readonly called: string
  /** How many of them cannot go there. */
  readonly staying: number
  readonly onAnswer: (wish: StatusWish) => Promise<void>
  readonly onClose: () => void
}

/** Asks once, for all picked issues, what their new status cannot do without. */
export default function PickedStatusDialog({
  status,
  called,
  staying,
  onAnswer,
  onClose,
}: PickedStatusDialogProps) {
  return (
    <Dialog title={`${statusWords[status]}: ${called}`} onClose={onClose}>
      {staying > 0 && (
        <p>
          {statusWords[status]} is not open to {staying} of them from where{' '}
          {staying === 1 ? 'it stands' : 'they stand'}: {staying === 1 ? 'it stays' : 'they stay'} as before.
        </p>
      )}
      <StatusQuestion framed={false} values={{}} status={status} onAnswer={onAnswer} onCancel={onClose} />
    </Dialog>
  )
}
