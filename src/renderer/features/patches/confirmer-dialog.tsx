import type { Confirmer } from '@domain/model/retest'
import { Button } from '../../ui/button'
import { ComboBox } from '../../ui/combo-box'
import { Dialog } from '../../ui/dialog'
import { useOwnerChoices } from '../../view-state/use-owner-choices'

export interface ConfirmerDialogProps {
  readonly called: string
  readonly onAnswer: (confirmer: Confirmer | null, person?: string) => void
  readonly onClose: () => void
}

/** Who says that a fix works: whoever reported the issue, their unit, or somebody of the team. */
export default function ConfirmerDialog({ called, onAnswer, onClose }: ConfirmerDialogProps) {
  const choices = useOwnerChoices()
  return (
    <Dialog
      title={`Who confirms ${called}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onAnswer('reporter')}>Whoever reported it</Button>
          <Button onClick={() => onAnswer('unit')}>Their unit</Button>
          <Button onClick={() => onAnswer(null)}>Nobody</Button>
        </>
      }
    >
      <ComboBox
        label="Somebody of the team"
        hint="Letters of the name, then Enter"
        choices={choices}
        value={null}
        placeholder="Nobody"
        onChange={(key) => key !== null && onAnswer('person', key)}
      />
    </Dialog>
  )
}
