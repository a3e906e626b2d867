import type { RoundState } from '@domain/cadence/triage-rounds'
import { useLocation } from 'wouter'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Mark, type MarkShape, type MarkTone } from '../../ui/mark'
import { now } from '../../view-state/clock'
import { issueListOf } from '../../view-state/issue-list'
import { paths } from '../../view-state/paths'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import { useNotLookedAt, useTriageRounds } from '../../view-state/use-triage-rounds'
import styles from './triage.module.css'

const looks: Readonly<
  Record<RoundState, { readonly tone: MarkTone; readonly shape: MarkShape; readonly word: string }>
> = {
  ahead: { tone: 'neutral', shape: 'ring', word: '' },
  due: { tone: 'accent', shape: 'half', word: 'due' },
  held: { tone: 'ok', shape: 'tick', word: 'held' },
  missed: { tone: 'warning', shape: 'triangle', word: 'missed' },
}

/** The plan's rounds of today, which of them were held, and what nobody has looked at. */
export function Rounds() {
  const rounds = useTriageRounds()
  const left = useNotLookedAt()
  const { id } = useSession()
  const [, navigate] = useLocation()
  const count = left?.length ?? 0

  function list() {
    issueListOf(id)
      .getState()
      .showOnly({ title: 'Nobody has looked at them today', at: now(), keys: () => left ?? [] })
    navigate(paths.issues)
  }

  useShortcut('triageNotLooked', list, left !== undefined)
  return (
    <div className={styles.rounds}>
      {rounds.length > 0 && (
        <ul className={styles.roundList} aria-label="Rounds of today">
          {rounds.map(({ time, state }) => (
            <li key={time} data-numeric>
              <Mark
                tone={looks[state].tone}
                shape={looks[state].shape}
                label={[time, looks[state].word].filter(Boolean).join(' ')}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        tone="quiet"
        keys={shortcuts.triageNotLooked.keys}
        disabled={count === 0}
        data-tooltip="In the inbox or severity 1 and 2, and nobody has decided, changed or said anything today"
        onClick={list}
      >
        {left === undefined ? 'Not looked at today' : `${count} not looked at today`}
      </Button>
    </div>
  )
}
