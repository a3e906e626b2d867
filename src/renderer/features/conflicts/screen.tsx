import type { Conflict, Side } from '@domain/conflicts/conflict'
import { settle } from '@domain/conflicts/settle'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useConflicts } from '../../storage/conflict-view'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { now } from '../../view-state/clock'
import { paths } from '../../view-state/paths'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { useTelling } from '../../view-state/use-telling'
import { ConflictList } from './conflict-list'
import styles from './conflicts.module.css'
import { Review } from './review'
import { RuleDialog } from './rule-dialog'

const numbers = new Intl.NumberFormat('en-GB')
const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** Every field that laptops wrote differently, reviewed side by side and settled by single keys. */
export default function ConflictsScreen() {
  const conflicts = useConflicts()
  const { access, replica, undoable } = useSession()
  const act = useAct()
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<{ readonly id: string; readonly place: number }>()
  const [isAskingRule, setAskingRule] = useState(false)
  const telling = useTelling()
  const readOnly = access.kind !== 'write'
  // Once settled it is gone, and the one that followed it is next.
  const found = conflicts.findIndex(({ id }) => id === chosen?.id)
  const place = Math.max(0, Math.min(found >= 0 ? found : (chosen?.place ?? 0), conflicts.length - 1))
  const current: Conflict | undefined = conflicts[place]

  const goTo = (wanted: number) => {
    const next = Math.max(0, Math.min(wanted, conflicts.length - 1))
    const conflict = conflicts[next]
    if (conflict) setChosen({ id: conflict.id, place: next })
  }
  const take = (side: Side | undefined) => {
    if (!current || !side || readOnly) return
    setChosen({ id: current.id, place })
    const issueOf = (key: string) => replica.rows('issue').get(key)
    void act(settle([{ conflict: current, value: side.value }], now(), issueOf, telling))
  }
  const issueKey = current && issueKeyOf(current)
  const answers: Partial<Record<ShortcutName, () => void>> = {
    conflictMine: () => take(current?.sides.find(({ isMine }) => isMine)),
    conflictTheirs: () => take(onlyOther(current)),
    conflictNext: () => goTo(place + 1),
    conflictBefore: () => goTo(place - 1),
    conflictUndo: () => void runShortcut('undo'),
    conflictRule: () => setAskingRule(!readOnly && conflicts.length > 0),
    conflictOpen: () => issueKey !== undefined && navigate(paths.issue(issueKey)),
  }
  for (const digit of digits) answers[`conflictSide${digit}`] = () => take(current?.sides[digit - 1])
  useShortcuts(answers)

  return (
    <>
      <PageHeader
        title="Conflicts"
        note={
          <output data-numeric>
            {conflicts.length === 0 ? 'None' : `${numbers.format(conflicts.length)} to settle`}
          </output>
        }
        actions={
          <>
            <Button
              tone="quiet"
              icon="undo"
              keys={shortcuts.conflictUndo.keys}
              disabled={readOnly || !undoable}
              onClick={() => runShortcut('conflictUndo')}
            >
              Undo
            </Button>
            <Button
              icon="check"
              keys={shortcuts.conflictRule.keys}
              disabled={readOnly || conflicts.length === 0}
              onClick={() => runShortcut('conflictRule')}
            >
              {shortcuts.conflictRule.title}
            </Button>
          </>
        }
      />
      {current ? (
        <div className={styles.columns}>
          <ConflictList conflicts={conflicts} place={place} onChoose={goTo} />
          <Review
            key={current.id}
            conflict={current}
            place={place}
            count={conflicts.length}
            readOnly={readOnly}
            onTake={take}
            {...(issueKey !== undefined && { issueKey })}
          />
        </div>
      ) : (
        <EmptyState
          title="Nothing is in conflict"
          actions={
            <Button icon="issues" keys={shortcuts.goIssues.keys} onClick={() => navigate(paths.issues)}>
              Issues
            </Button>
          }
        >
          When two laptops have changed the same field without having seen each other, both values are kept
          and wait here for somebody to decide.
        </EmptyState>
      )}
      {isAskingRule && <RuleDialog conflicts={conflicts} onClose={() => setAskingRule(false)} />}
    </>
  )
}

/** The side of the others, where there is only one. */
function onlyOther(conflict: Conflict | undefined): Side | undefined {
  const others = conflict?.sides.filter(({ isMine }) => !isMine) ?? []
  return others.length === 1 ? others[0] : undefined
}

function issueKeyOf({ entity, row }: Conflict): string | undefined {
  if (entity === 'issue') return row.values.removed === true ? undefined : row.key
  const { issue } = row.values
  return entity === 'comment' && typeof issue === 'string' ? issue : undefined
}
