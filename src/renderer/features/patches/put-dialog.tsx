import type { PatchLine } from '@domain/patches/patch-board'
import { patchName, patchStateWords } from '@domain/patches/patch-state'
import { newPatch, nextPatchName, putOnPatch } from '@domain/patches/plan-patch'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ProgressBar } from '../../ui/progress-bar'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './patches.module.css'
import { useLongAct } from './use-long-act'
import { useWindows } from './use-windows'

const numbers = new Intl.NumberFormat('en-GB')
/** More have no digit to press. */
const mostOffered = 8

export interface PutDialogProps {
  /** Of the issues. */
  readonly keys: readonly string[]
  readonly patches: readonly PatchLine[]
  readonly onClose: (done: boolean) => void
}

/** On which patch the issues go: a digit for each that takes on fixes, or a new one in the next window. */
export function PutDialog({ keys, patches, onClose }: PutDialogProps) {
  const { replica } = useSession()
  const instantText = useShortInstantText()
  const [window] = useWindows(1).free
  const { written, act, giveUp } = useLongAct()
  const offered = patches.slice(0, mostOffered)
  const name = nextPatchName(replica.rows('patch').values())

  const rows = () => keys.flatMap((key) => replica.rows('issue').get(key) ?? [])
  async function put({ patch }: PatchLine) {
    if (await act(putOnPatch(patch, rows()))) onClose(true)
  }
  async function begin() {
    const { opensAt = null, closesAt = null } = window ?? {}
    const draft = { name, opensAt, closesAt, notes: '' }
    if (await act(newPatch(crypto.randomUUID(), draft, rows()))) onClose(true)
  }

  return (
    <Dialog
      title={`Put ${called(keys.length)} on a patch`}
      onClose={() => onClose(false)}
      onKeyDown={({ key }) => {
        if (written) return
        const chosen = /^[1-8]$/.test(key) ? offered[Number(key) - 1] : undefined
        if (chosen) void put(chosen)
        if (key === '9') void begin()
      }}
    >
      {written ? (
        <ProgressBar label="Putting them on the patch" {...written} onCancel={giveUp} />
      ) : (
        <div className={styles.choices}>
          {offered.map((line, index) => (
            <Button key={line.patch.key} keys={String(index + 1)} onClick={() => void put(line)}>
              {patchName(line.patch)}
              <span className={styles.quiet}>
                {' '}
                {patchStateWords[line.state].toLowerCase()}
                {line.patch.values.opensAt != null && `, ${instantText(line.patch.values.opensAt)}`}
              </span>
            </Button>
          ))}
          <Button keys="9" onClick={() => void begin()}>
            {name}, new
            {window && <span className={styles.quiet}> in the window {instantText(window.opensAt)}</span>}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

const called = (count: number) => (count === 1 ? '1 fix' : `${numbers.format(count)} fixes`)
