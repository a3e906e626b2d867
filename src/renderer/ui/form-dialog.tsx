import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { Banner } from './banner'
import { Button } from './button'
import { Dialog, type DialogProps } from './dialog'
import styles from './form-dialog.module.css'
import { useOnce } from './use-once'

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'width' | 'onClose' | 'children'> {
  /** What the button that saves says. */
  readonly save?: string
  /** Saves what is filled in. True when that is done; otherwise it can be tried again. */
  readonly onSave: () => Promise<boolean>
  /** Why it could not be saved. */
  readonly problem?: string | undefined
  /** What Cancel does, where that is more than closing. */
  readonly onCancel?: () => void
  /** Offers to remove what is shown. */
  readonly onRemove?: (() => void) | undefined
}

/** A dialog to fill in, saved by its button or by Mod+Enter anywhere in it. */
export function FormDialog({
  save = 'Save',
  onSave,
  problem,
  onClose,
  onCancel = onClose,
  onRemove,
  children,
  ...dialog
}: FormDialogProps): ReactNode {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const saveOnce = useOnce(onSave)

  function submit(event: FormEvent) {
    event.preventDefault()
    void saveOnce()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <Dialog
      {...dialog}
      onClose={onClose}
      onKeyDown={onKeyDown}
      actions={
        <>
          {onRemove && (
            <Button tone="danger" onClick={onRemove}>
              Remove
            </Button>
          )}
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="primary" type="submit" form={id} keys="Mod+Enter">
            {save}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} className={styles.form} onSubmit={submit}>
        {problem && <Banner tone="danger">{problem}</Banner>}
        {children}
      </form>
    </Dialog>
  )
}
