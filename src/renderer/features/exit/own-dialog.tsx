import { type OwnText, writeOwn } from '@domain/exit/commands'
import type { CriterionRow } from '@domain/exit/criteria'
import { useSession } from '../../storage/queries'
import { FormDialog } from '../../ui/form-dialog'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { keptDraft } from '../../view-state/kept-draft'
import { useAct } from '../../view-state/use-act'

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
  const [typed, setTyped] = useTyped(`${id} ${row?.key ?? ''}`)
  const { title, evidence } = row?.values ?? {}
  const text: OwnText = { title: title ?? '', evidence: evidence ?? '', ...typed }
  const set = (part: Partial<OwnText>) => setTyped({ ...typed, ...part })

  async function save(): Promise<boolean> {
    if (!(await act(writeOwn(row?.key ?? crypto.randomUUID(), text, row)))) return false
    setTyped(nothing)
    onClose()
    return true
  }

  return (
    <FormDialog
      title={row ? 'Exit criterion' : 'Write down an exit criterion'}
      save={row ? 'Save' : 'Write it down'}
      onSave={save}
      onCancel={() => {
        setTyped(nothing)
        onClose()
      }}
      onClose={onClose}
    >
      <TextField
        label="What has to hold"
        value={text.title}
        onChange={(title) => set({ title })}
        required
        autoFocus
      />
      <TextArea label="Evidence" value={text.evidence} onChange={(evidence) => set({ evidence })} />
    </FormDialog>
  )
}
