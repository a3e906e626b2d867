import type { Row } from '@domain/merge/row'
import type { Rotation } from '@domain/model/entities'
import { nameRotation } from '@domain/rotation/rotation-commands'
import { useMemo, useState } from 'react'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import { ChangeDialog } from './change-dialog'
import styles from './dialogs.module.css'

export interface NameDialogProps {
  readonly rotation: Row<Rotation>
  readonly onClose: () => void
}

/** What a rotation is called, and when its people are asked. */
export default function NameDialog({ rotation, onClose }: NameDialogProps) {
  const [name, setName] = useState(rotation.values.name ?? '')
  const [layer, setLayer] = useState<number | null>(rotation.values.layer ?? 1)
  const plan = useMemo(() => nameRotation(rotation, { name, layer: layer ?? 0 }), [rotation, name, layer])
  return (
    <ChangeDialog
      title={`Name ${rotation.values.name || 'a rotation'}`}
      plan={plan}
      confirm="Name it"
      onClose={onClose}
    >
      <div className={styles.pair}>
        <TextField label="Name" value={name} onChange={setName} />
        <NumberField
          label="Layer"
          hint="All layers of a role are on at once; the first is asked first"
          value={layer}
          min={1}
          onCommit={setLayer}
        />
      </div>
    </ChangeDialog>
  )
}
