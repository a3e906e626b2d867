import { roleWords } from '@domain/ownership/role-words'
import { Button } from '../../ui/button'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import { useTelling } from '../../view-state/use-telling'
import { useZone } from '../../view-state/use-zone'
import styles from './rota.module.css'
import type { Cell } from './selection'
import type { CellActions } from './use-cell-actions'
import { lengthText, pieceText, spanText } from './words'

export interface CellBarProps {
  readonly cell: Cell | undefined
  readonly rowName: string
  readonly actions: CellActions
}

/** What is chosen, in words, and what can be done about it, with the key of each. */
export function CellBar({ cell, rowName, actions }: CellBarProps) {
  const { personName } = useTelling()
  const zone = useZone()
  const possible = (Object.keys(actions) as (keyof CellActions & ShortcutName)[]).filter(
    (name) => actions[name] !== undefined,
  )
  return (
    <section className={styles.bar} aria-label="What is chosen">
      <p className={styles.chosen} aria-live="polite">
        {cell ? (
          <>
            <strong>
              {cell.kind === 'piece'
                ? pieceText(cell.piece, personName)
                : `${cell.gap.on} of ${cell.gap.needed} needed are on`}
            </strong>{' '}
            · {cell.kind === 'gap' ? roleWords[cell.gap.role] : rowName} · {spanText(cell.span, zone)} (
            {lengthText(cell.span.to - cell.span.from)})
          </>
        ) : (
          'Nobody is on in this period.'
        )}
      </p>
      <div className={styles.actions}>
        {possible.map((name) => (
          <Button key={name} keys={shortcuts[name].keys} onClick={() => runShortcut(name)}>
            {shortcuts[name].title}
          </Button>
        ))}
      </div>
    </section>
  )
}
