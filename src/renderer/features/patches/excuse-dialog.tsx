import type { Rescue } from '@domain/model/issue'
import { useState } from 'react'
import { RescueDialog } from '../../parts/rescue/rescue-dialog'
import { TextDialog } from './text-dialog'

export interface ExcuseDialogProps {
  readonly called: string
  /** Whether an issue is resolved by it. */
  readonly resolves: boolean
  readonly onAnswer: (reason: string, rescue: Rescue | null | undefined) => void
  readonly onClose: () => void
}

/** Why a patch can do without a retest, and who resolved the issue where that is taken for granted. */
export function ExcuseDialog({ called, resolves, onAnswer, onClose }: ExcuseDialogProps) {
  const [reason, setReason] = useState<string>()
  if (reason === undefined)
    return (
      <TextDialog
        title={`Excuse ${called}`}
        label="Why can the patch do without it?"
        hint={
          resolves
            ? 'The fix is taken as good, and the issue is resolved'
            : 'The issue stays where its failure has brought it'
        }
        action="Excuse"
        onAnswer={(text) => (resolves ? setReason(text) : onAnswer(text, undefined))}
        onClose={onClose}
      />
    )
  return (
    <RescueDialog
      title={`${called} excused: who resolved it?`}
      onAnswer={(rescue) => onAnswer(reason, rescue)}
      onClose={onClose}
    />
  )
}
