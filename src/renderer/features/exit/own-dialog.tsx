import { type OwnText, writeOwn } from '@domain/exit/commands'
import type { CriterionRow } from '@domain/exit/criteria'
import { type FormEvent, type KeyboardEvent, useId } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { keptDraft } from '../../view-state/kept-draft'
import { useAct } from '../../view-state/use-act'
import styles from './exit.module.css'

const nothing: Partial<OwnText> = {}
const useTyped = keptDraft(nothing)

export interface OwnDialogProps {
  /** The criterion to change; undefined for a new one. */
  readonly row: CriterionRow | undefined
  readonly onClose: () => void
}

/** A criterion of the engagement's own, and what bears it out. Only Cancel forgets what is typed. */
export function OwnDialog({ row, onClose }: OwnDialogProps) {
  const act = useAct()
  const { id } = useSession()
  const form = useId()
  const [typed, setTyped] = useTyped(`${id} ${row?.key ?? ''}`)
  const { title, evidence } = row?.values ?? {}
  const text: OwnText = { title: title ?? '', evidence: evidence ?? '', ...typed }
  const set = (part: Partial<OwnText>) => setTyped({ ...typed, ...part })

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!(await act(writeOwn(row?.key ?? crypto.randomUUID(), text, row)))) return
    setTyped(nothing)
    onClose()
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }

  return (
    <Dialog
      title={row ? 'Exit criterion' : 'Write down an exit criterion'}
      onClose={onClose}
      actions={
        <>
          <Button
            onClick={() => {
              setTyped(nothing)
              onClose()
            }}
          >
            Cancel
          </Button>
          <Button tone="primary" type="submit" form={form} keys="Mod+Enter">
            {row ? 'Save' : 'Write it down'}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
        <TextField
          label="What has to hold"
          value={text.title}
          onChange={(title) => set({ title })}
          required
          autoFocus
        />
        <TextArea label="Evidence" value={text.evidence} onChange={(evidence) => set({ evidence })} />
      </form>
    </Dialog>
  )
}
