import type { Conflict } from '@domain/conflicts/conflict'
import { disputedText, rowName } from '@domain/conflicts/conflict-words'
import { byRule, type SettleRule, settle, settleRules, settleRuleWords } from '@domain/conflicts/settle'
import { useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { RadioGroup } from '../../ui/radio-group'
import { now } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useTelling } from '../../view-state/use-telling'
import { titleOf } from './conflict-list'
import styles from './conflicts.module.css'

const mostShown = 200
const longestShown = 200

export interface RuleDialogProps {
  readonly conflicts: readonly Conflict[]
  readonly onClose: () => void
}

/** Settles many conflicts by one rule, after having shown what each would become. */
export function RuleDialog({ conflicts, onClose }: RuleDialogProps) {
  const [rule, setRule] = useState<SettleRule>('newest')
  const [isWriting, setWriting] = useState(false)
  const { replica } = useSession()
  const act = useAct()
  const telling = useTelling()
  const decided = conflicts.map((conflict) => ({ conflict, side: byRule(rule, conflict) }))
  const settlements = decided.flatMap(({ conflict, side }) => (side ? [{ conflict, value: side.value }] : []))
  const left = conflicts.length - settlements.length

  async function write() {
    setWriting(true)
    const isDone = await act(settle(settlements, now(), (key) => replica.rows('issue').get(key), telling))
    if (isDone) onClose()
    else setWriting(false)
  }

  return (
    <Dialog
      title="Settle by rule"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            pending={isWriting}
            disabled={settlements.length === 0}
            onClick={() => void write()}
          >
            {settlements.length === 1 ? 'Settle 1 conflict' : `Settle ${settlements.length} conflicts`}
          </Button>
        </>
      }
    >
      <div className={styles.rule}>
        <RadioGroup
          label="What shall stand"
          value={rule}
          onChange={setRule}
          options={settleRules.map((value) => ({ value, label: settleRuleWords[value] }))}
        />
        <p className={styles.quiet}>
          {left > 0
            ? `The rule says nothing about ${left} of them; these stay as they are. `
            : 'The rule decides all of them. '}
          It is one change, and undo takes it back.
        </p>
        <table className={styles.table} aria-label="What each would become">
          <thead>
            <tr>
              <th>Where</th>
              <th>Field</th>
              <th>Shown now</th>
              <th>Becomes</th>
            </tr>
          </thead>
          <tbody>
            {decided.slice(0, mostShown).map(({ conflict, side }) => (
              <tr key={conflict.id}>
                <td>{rowName(conflict.entity, conflict.row, telling).slice(0, longestShown)}</td>
                <td>{titleOf(conflict)}</td>
                <td>{textOf(conflict, conflict.sides.find(({ isShown }) => isShown)?.value)}</td>
                <td>{side ? textOf(conflict, side.value) : 'stays in conflict'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {decided.length > mostShown && <p className={styles.quiet}>and {decided.length - mostShown} more</p>}
      </div>
    </Dialog>
  )

  function textOf({ entity, field, kind }: Conflict, value: Parameters<typeof disputedText>[2] | undefined) {
    if (value === undefined) return kind === 'circle' ? 'each a duplicate' : ''
    const text = disputedText(entity, field, value, telling)
    return (kind === 'circle' ? `${text} stays` : text).slice(0, longestShown)
  }
}
