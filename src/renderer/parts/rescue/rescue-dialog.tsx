import type { Rescue } from '@domain/model/issue'
import { Dialog } from '../../ui/dialog'
import { RescueChoices, rescueOfKey } from './rescue-choices'

export interface RescueDialogProps {
  readonly title: string
  readonly onAnswer: (rescue: Rescue | null) => void
  readonly onClose: () => void
}

/** One key: who brought the resolution about. */
export function RescueDialog({ title, onAnswer, onClose }: RescueDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onKeyDown={({ key }) => {
        const rescue = rescueOfKey(key)
        if (rescue !== undefined) onAnswer(rescue)
      }}
    >
      <RescueChoices onAnswer={onAnswer} />
    </Dialog>
  )
}
