import { type Rescue, rescues } from '@domain/model/issue'
import { rescueWords } from '@domain/triage/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import styles from './patches.module.css'

export interface RescueDialogProps {
  readonly title: string
  readonly onAnswer: (rescue: Rescue) => void
  readonly onClose: () => void
}

/** One key: who brought the resolution about. */
export function RescueDialog({ title, onAnswer, onClose }: RescueDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onKeyDown={({ key }) => {
        const rescue = rescues[Number(key) - 1]
        if (rescue) onAnswer(rescue)
      }}
    >
      <div className={styles.choices}>
        {rescues.map((rescue, index) => (
          <Button key={rescue} keys={String(index + 1)} onClick={() => onAnswer(rescue)}>
            {rescueWords[rescue]}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
