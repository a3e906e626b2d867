import { useId, useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'

export interface ViewNameDialogProps {
  readonly title: string
  readonly initial: string
  readonly confirm: string
  /** False when the name will not do; why has been said. */
  readonly onName: (name: string) => Promise<boolean>
  readonly onClose: () => void
}

export function ViewNameDialog({ title, initial, confirm, onName, onClose }: ViewNameDialogProps) {
  const form = useId()
  const [name, setName] = useState(initial)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary">
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          void onName(name).then((done) => done && onClose())
        }}
      >
        <TextField
          label="Name"
          hint="Keeps the search, filters, order, columns and grouping of the list"
          value={name}
          onChange={setName}
          required
        />
      </form>
    </Dialog>
  )
}
