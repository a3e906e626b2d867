import { type PatchRow, patchName } from '@domain/patches/patch-state'
import { editPatch, newPatch, nextPatchName } from '@domain/patches/plan-patch'
import { instantAtWall, wallTime } from '@domain/time/wall'
import { useState } from 'react'
import { useSession } from '../../storage/queries'
import { DateField } from '../../ui/date-field'
import { FormDialog } from '../../ui/form-dialog'
import { Select } from '../../ui/select'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { useAct } from '../../view-state/use-act'
import { useInstantText, useZone } from '../../view-state/use-zone'
import styles from './patches.module.css'
import { useWindows } from './use-windows'

const ownWindow = 'own'

export interface PatchFormProps {
  /** The patch to edit; without one a new one is planned. */
  readonly patch?: PatchRow | undefined
  /** With the key of the patch where one was written. */
  readonly onClose: (key?: string) => void
}

/** A patch's name, window and notes; windows are proposed from the cadence plan. */
export function PatchForm({ patch, onClose }: PatchFormProps) {
  const act = useAct()
  const zone = useZone()
  const instantText = useInstantText()
  const { replica } = useSession()
  const { free, unread } = useWindows(5)
  const first = patch?.values ?? free[0]
  const wallOf = (instant: number | null | undefined) => (instant == null ? '' : wallTime(instant, zone))
  const [name, setName] = useState(patch?.values.name ?? nextPatchName(replica.rows('patch').values()))
  const [opens, setOpens] = useState(wallOf(first?.opensAt))
  const [closes, setCloses] = useState(wallOf(first?.closesAt))
  const [notes, setNotes] = useState(patch?.values.notes ?? '')
  const chosen = free.find(
    ({ opensAt, closesAt }) => wallOf(opensAt) === opens && wallOf(closesAt) === closes,
  )

  async function save(): Promise<boolean> {
    const key = patch?.key ?? crypto.randomUUID()
    const draft = {
      name,
      opensAt: instantAtWall(opens, zone) ?? null,
      closesAt: instantAtWall(closes, zone) ?? null,
      notes,
    }
    const isDone = await act(patch ? editPatch(patch, draft) : newPatch(key, draft))
    if (isDone) onClose(key)
    return isDone
  }

  return (
    <FormDialog
      title={patch ? `Change ${patchName(patch)}` : 'New patch'}
      save={patch ? 'Change it' : 'Plan it'}
      onSave={save}
      onClose={() => onClose()}
    >
      <TextField label="Name" value={name} onChange={setName} required />
      {free.length > 0 && (
        <Select
          label="Window of the cadence plan"
          options={[
            ...free.map(({ opensAt }) => ({ value: String(opensAt), label: instantText(opensAt) })),
            { value: ownWindow, label: 'Another time' },
          ]}
          value={chosen ? String(chosen.opensAt) : ownWindow}
          onChange={(value) => {
            const window = free.find(({ opensAt }) => String(opensAt) === value)
            if (!window) return
            setOpens(wallOf(window.opensAt))
            setCloses(wallOf(window.closesAt))
          }}
        />
      )}
      <div className={styles.pair}>
        <DateField label="Opens" time value={opens} onChange={setOpens} />
        <DateField label="Closes" time value={closes} onChange={setCloses} />
      </div>
      <p className={styles.quiet}>Times in {zone}</p>
      {unread.length > 0 && (
        <p className={styles.quiet}>
          The cadence plan’s window “{unread[0]}” cannot be read. Write it like “Tue, Thu 20:00–22:00” under
          Settings, Cadence.
        </p>
      )}
      <TextArea label="Notes" hint="For those who ship it" value={notes} onChange={setNotes} />
    </FormDialog>
  )
}
