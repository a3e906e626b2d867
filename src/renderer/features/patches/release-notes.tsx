import type { PatchLine } from '@domain/patches/patch-board'
import { patchName } from '@domain/patches/patch-state'
import { writeReleaseNotes } from '@domain/patches/plan-patch'
import { draftReleaseNotes } from '@domain/patches/release-notes'
import { type FormEvent, type KeyboardEvent, useId } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextArea } from '../../ui/text-area'
import { keptDraft } from '../../view-state/kept-draft'
import { useAct } from '../../view-state/use-act'
import { useZone } from '../../view-state/use-zone'
import styles from './patches.module.css'

/** Null where nobody has typed anything since it was kept last. */
const useTyped = keptDraft<string | null>(null)

export interface ReleaseNotesProps {
  readonly line: PatchLine
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** What users are told of a patch: drafted from its issues, edited, kept. */
export function ReleaseNotes({ line, readOnly, onClose }: ReleaseNotesProps) {
  const form = useId()
  const { patch, riders } = line
  const act = useAct()
  const zone = useZone()
  const [typed, setTyped] = useTyped(patch.key)
  const kept = patch.values.releaseNotes
  const draft = () => draftReleaseNotes(patch, riders, zone)
  const text = typed ?? kept ?? draft()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!(await act(writeReleaseNotes(patch, text)))) return
    setTyped(null)
    onClose()
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }

  return (
    <Dialog
      title={`Release notes of ${patchName(patch)}`}
      placement="end"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button disabled={readOnly} onClick={() => setTyped(draft())}>
            Draft again
          </Button>
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" form={form} tone="primary" keys="Mod+Enter" disabled={readOnly}>
            Keep
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.writing}
        onSubmit={(event) => void submit(event)}
        onKeyDown={onKeyDown}
      >
        <TextArea
          label="Markdown"
          hint={
            typed !== null
              ? 'Not kept yet'
              : kept == null
                ? 'A draft from titles and fix notes, for the team: users are told by bulletins. Nothing is kept until you keep it'
                : 'As it was kept'
          }
          value={text}
          onChange={setTyped}
          readOnly={readOnly}
        />
      </form>
    </Dialog>
  )
}
