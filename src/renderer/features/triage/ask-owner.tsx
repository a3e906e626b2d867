import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button'
import { ComboBox } from '../../ui/combo-box'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import { useOwnerChoices } from '../../view-state/use-owner-choices'
import styles from './triage.module.css'

export interface AskOwnerProps {
  readonly called: string
  readonly owner: string | null
  readonly onPerson: (person: { key: string; name: string } | null) => void
  readonly onNewcomer: (name: string) => void
  readonly onClose: () => void
}

/** Who takes the issue: letters of a name and Enter, or a name that is not on the list yet. */
export default function AskOwner({ called, owner, onPerson, onNewcomer, onClose }: AskOwnerProps) {
  const choices = useOwnerChoices(owner)
  const form = useId()
  const [name, setName] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== '') onNewcomer(name)
  }

  return (
    <Dialog
      title={`Owner of ${called}`}
      onClose={onClose}
      actions={
        <>
          {owner !== null && <Button onClick={() => onPerson(null)}>Nobody</Button>}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <div className={styles.form}>
        <ComboBox
          label="Owner"
          hint="Letters of the name, then Enter"
          choices={choices}
          value={owner}
          placeholder="Nobody"
          onChange={(key) => {
            const chosen = choices.find((choice) => choice.key === key)
            if (chosen) onPerson({ key: chosen.key, name: chosen.label })
          }}
        />
        <form id={form} className={styles.beside} onSubmit={submit}>
          <TextField label="Somebody new" value={name} onChange={setName} />
          <Button type="submit" disabled={name.trim() === ''}>
            Add and give
          </Button>
        </form>
      </div>
    </Dialog>
  )
}
