import { formatShortDay } from '@domain/time/format'
import { dayOf } from '@domain/time/zone'
import { setDone, trainingWords } from '@domain/training/commands'
import { effectDays } from '@domain/training/effect'
import type { IssueRow } from '@domain/triage/as-of'
import { useRows } from '../../storage/queries'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { Mark } from '../../ui/mark'
import { now, useMinute } from '../../view-state/clock'
import { useAct } from '../../view-state/use-act'
import { useZone } from '../../view-state/use-zone'
import styles from './training.module.css'
import type { ActionLine } from './use-training'

const rates = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

export interface ActionListProps {
  readonly actions: readonly ActionLine[]
  readonly canWrite: boolean
  readonly onEdit: (line: ActionLine) => void
  readonly onShow: (title: string, issues: readonly IssueRow[]) => void
}

/** What is done so that people need not ask any more, and how often they ask before and after. */
export function ActionList({ actions, canWrite, onEdit, onShow }: ActionListProps) {
  return (
    <section className={styles.actions} aria-labelledby="training-actions">
      <h2 id="training-actions" className={styles.title}>
        What is done about it
      </h2>
      {actions.length === 0 ? (
        <p className={styles.quiet}>
          Nothing yet. Choose what people keep asking, and plan a session, a guide or a tip.
        </p>
      ) : (
        <>
          <p className={styles.quiet}>
            Questions in a week, in up to {effectDays} days before and after it was done.
          </p>
          <ul className={styles.actionList}>
            {actions.map((line) => (
              <Action key={line.action.key} line={line} canWrite={canWrite} onEdit={onEdit} onShow={onShow} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface ActionProps extends Omit<ActionListProps, 'actions'> {
  readonly line: ActionLine
}

function Action({ line, canWrite, onEdit, onShow }: ActionProps) {
  const act = useAct()
  const people = useRows('person')
  const { action, effect } = line
  const { title, kind, unit, component, owner, doneAt } = action.values
  const facts = [
    trainingWords[kind ?? 'session'],
    component,
    unit || 'every unit',
    owner ? (people.get(owner)?.values.name ?? owner) : 'nobody has it',
  ]
  return (
    <li className={styles.action}>
      <div className={styles.what}>
        <span className={styles.name}>{title}</span>
        <span className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</span>
      </div>
      <div className={styles.state}>
        <State line={line} />
        {effect && (
          <span className={styles.rates}>
            <Button
              tone="quiet"
              disabled={effect.before.issues.length === 0}
              onClick={() => onShow(`Asked before: ${title}`, effect.before.issues)}
            >
              {rates.format(effect.before.perWeek)} a week before
            </Button>
            <Button
              tone="quiet"
              disabled={effect.after.issues.length === 0}
              onClick={() => onShow(`Asked after: ${title}`, effect.after.issues)}
            >
              {effect.isEarly
                ? `${effect.after.issues.length} since`
                : `${rates.format(effect.after.perWeek)} after`}
            </Button>
          </span>
        )}
      </div>
      <IconButton
        icon={doneAt == null ? 'check' : 'undo'}
        label={doneAt == null ? `Done: ${title}` : `Not done after all: ${title}`}
        disabled={!canWrite}
        onClick={() => void act(setDone(action, doneAt == null ? now() : null))}
      />
      <IconButton icon="edit" label={`Change: ${title}`} disabled={!canWrite} onClick={() => onEdit(line)} />
    </li>
  )
}

function State({ line: { action, effect } }: { readonly line: ActionLine }) {
  const zone = useZone()
  const today = dayOf(useMinute(), zone)
  const { doneAt, dueOn } = action.values
  if (doneAt != null) {
    const helped = effect && !effect.isEarly && effect.after.perWeek < effect.before.perWeek
    const on = `done ${formatShortDay(dayOf(doneAt, zone))}`
    return <Mark tone={helped ? 'ok' : 'neutral'} shape="tick" label={helped ? `${on}, helps` : on} />
  }
  if (!dueOn) return <Mark tone="neutral" shape="ring" label="no day set" />
  const isLate = dueOn < today
  return (
    <Mark
      tone={isLate ? 'warning' : 'accent'}
      shape={isLate ? 'triangle' : 'ring'}
      label={`${isLate ? 'was due' : 'due'} ${formatShortDay(dueOn)}`}
    />
  )
}
