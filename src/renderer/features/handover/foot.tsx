import type { HandoverLine } from '@domain/handover/lines'
import { Button } from '../../ui/button'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import styles from './handover.module.css'

export interface FootProps {
  readonly line: HandoverLine | undefined
  readonly lines: readonly HandoverLine[]
  readonly canWrite: boolean
}

/** What the keys do with the line, and with the section. */
export function Foot({ line, lines, canWrite }: FootProps) {
  const proposed = lines.filter(({ row }) => row === undefined).length
  const open = lines.filter(({ lacks }) => lacks.length > 0).length
  return (
    <footer className={styles.foot}>
      {line && canWrite && (
        <>
          <Key name="handoverAccept">Accepted…</Key>
          <Key name="handoverDecline">Declined…</Key>
          {line.answer && <Key name="handoverTakeBack">Neither</Key>}
          {line.kind === 'session' && (
            <Key name="handoverHeld">{line.row?.values.heldAt == null ? 'Held' : 'Not held after all'}</Key>
          )}
          <Key name="handoverEdit">Change</Key>
          <Key name="handoverRemove">Take off</Key>
        </>
      )}
      {line?.issue && <Key name="handoverIssue">Open the issue</Key>}
      {canWrite && line?.kind === 'residual' && open > 1 && (
        <Key name="handoverAcceptAll">{`All ${open} accepted…`}</Key>
      )}
      {canWrite && proposed > 0 && <Key name="handoverPropose">{`Write down all ${proposed}`}</Key>}
    </footer>
  )
}

function Key({ name, children }: { readonly name: ShortcutName; readonly children: string }) {
  return (
    <Button tone="quiet" keys={shortcuts[name].keys} onClick={() => runShortcut(name)}>
      {children}
    </Button>
  )
}
