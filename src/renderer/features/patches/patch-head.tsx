import type { PatchLine } from '@domain/patches/patch-board'
import { patchName, patchStateWords, shippedAt } from '@domain/patches/patch-state'
import { canStep, type PatchStep, unconfirmedBecause } from '@domain/patches/steps'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/mark'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import { useInstantText } from '../../view-state/use-zone'
import { patchLooks } from './looks'
import styles from './patches.module.css'

/** The step that a patch is there for comes last, where the eye ends. */
export const stepShortcuts = {
  withdraw: 'patchWithdraw',
  replan: 'patchReplan',
  'roll-back': 'patchRollBack',
  test: 'patchTest',
  ship: 'patchShip',
  confirm: 'patchConfirm',
} as const satisfies Record<PatchStep, ShortcutName>

export interface PatchHeadProps {
  readonly line: PatchLine
  readonly readOnly: boolean
  readonly children?: ReactNode
}

/** What a patch is, and what can be done with it as a whole. */
export function PatchHead({ line, readOnly, children }: PatchHeadProps) {
  const { patch, state, retests } = line
  const { opensAt, closesAt, notes, rollbackReason } = patch.values
  const instantText = useInstantText()
  const shipped = shippedAt(patch, Number.POSITIVE_INFINITY)
  const because = state === 'shipped' ? unconfirmedBecause(retests) : undefined
  const steps = (Object.keys(stepShortcuts) as PatchStep[]).filter((step) => canStep(patch, step))
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h2 className={styles.name}>{patchName(patch)}</h2>
        <Mark {...patchLooks[state]} look="wash" label={patchStateWords[state]} />
      </div>
      <p className={styles.quiet}>
        {opensAt == null ? 'No window yet' : `Window ${spanText(opensAt, closesAt ?? null, instantText)}`}
        {shipped !== undefined && `. Shipped ${instantText(shipped)}`}
        {because && `. Before it can be confirmed: ${because}`}
      </p>
      {rollbackReason && <p className={styles.reason}>Rolled back: {rollbackReason}</p>}
      {notes && <p className={styles.notes}>{notes}</p>}
      <div className={styles.buttons}>
        <KeyedButton shortcut="patchEdit" label="Change" disabled={readOnly} />
        <KeyedButton shortcut="patchNotes" />
        {steps.map((step) => (
          <KeyedButton
            key={step}
            shortcut={stepShortcuts[step]}
            primary={step === steps.at(-1) && !because && step !== 'roll-back'}
            disabled={readOnly || (step === 'confirm' && because !== undefined)}
          />
        ))}
      </div>
      {children && <div className={styles.buttons}>{children}</div>}
    </header>
  )
}

/** The day is told once where the window closes on the day on which it opens. */
function spanText(opensAt: number, closesAt: number | null, instantText: (at: number) => string): string {
  const opens = instantText(opensAt)
  if (closesAt === null) return opens
  const [day] = opens.split(',')
  const closes = instantText(closesAt)
  return `${opens} to ${closes.startsWith(`${day},`) ? closes.slice(-5) : closes}`
}

export interface KeyedButtonProps {
  readonly shortcut: ShortcutName
  readonly label?: string
  readonly primary?: boolean
  readonly disabled?: boolean
}

/** Does what a key does, and shows the key. */
export function KeyedButton({ shortcut, label, primary = false, disabled = false }: KeyedButtonProps) {
  const { keys, title } = shortcuts[shortcut]
  return (
    <Button
      keys={keys}
      tone={primary ? 'primary' : 'default'}
      disabled={disabled}
      // The focus stays on the list, so that its keys go on working.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runShortcut(shortcut)}
    >
      {label ?? title}
    </Button>
  )
}
