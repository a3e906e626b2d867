import { calledKey } from '@domain/triage/list-columns'
import type { SimilarIssue } from '@domain/triage/similar-issues'
import { statusWords } from '@domain/triage/words'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Dialog } from '../../ui/dialog'
import { Mark } from '../../ui/mark'
import { TextField } from '../../ui/text-field'
import { findIssues, stillReading, useSearchIsReady } from '../../view-state/find-issues'
import { statusLooks } from '../../view-state/marks'
import styles from './triage.module.css'

export interface AskOriginalProps {
  /** The issue that is the duplicate. */
  readonly issue: string
  readonly called: string
  readonly similar: readonly SimilarIssue[]
  readonly onAnswer: (original: string) => void
  readonly onClose: () => void
}

const most = 8

/** Which issue it is a duplicate of: the similar ones first, or any by its key or words. */
export function AskOriginal({ issue, called, similar, onAnswer, onClose }: AskOriginalProps) {
  const session = useSession()
  const isReady = useSearchIsReady()
  const form = useId()
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const choices =
    typed.trim() === ''
      ? similar.map(({ row }) => ({ key: row.key, called: calledKey(row), title: row.values.title ?? '' }))
      : findIssues(session, typed, most + 1).filter(({ key }) => key !== issue)
  const shown = choices.slice(0, most)
  const statusOf = (key: string) => session.replica.rows('issue').get(key)?.values.status ?? 'new'
  const chosen = shown[Math.min(marked, shown.length - 1)]

  function submit(event: FormEvent) {
    event.preventDefault()
    if (chosen) onAnswer(chosen.key)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const by = event.key === 'ArrowDown' ? 1 : -1
    setMarked((place) => Math.max(0, Math.min(shown.length - 1, place + by)))
  }

  return (
    <Dialog
      title={`Merge ${called} into another issue`}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" keys="Enter" disabled={!chosen}>
            {chosen ? `Merge into ${chosen.called}` : 'Merge'}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} onKeyDown={onKeyDown}>
        <TextField
          label="Which issue stays?"
          hint="Its key or words of its title. Up and Down choose."
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setMarked(0)
          }}
        />
        <ul className={styles.choices} aria-label={typed.trim() === '' ? 'Similar issues' : 'Issues found'}>
          {shown.map((choice) => (
            <li key={choice.key}>
              <button
                type="button"
                className={classNames(styles.choice, choice === chosen && styles.marked)}
                aria-pressed={choice === chosen}
                onClick={() => onAnswer(choice.key)}
              >
                <span className={styles.called}>{choice.called}</span>
                <span className={styles.clipped}>{choice.title}</span>
                <span className={styles.choiceStatus}>
                  <Mark {...statusLooks[statusOf(choice.key)]} label={statusWords[statusOf(choice.key)]} />
                </span>
              </button>
            </li>
          ))}
        </ul>
        {shown.length === 0 && (
          <p className={styles.quiet}>
            {!isReady
              ? stillReading
              : typed.trim() === ''
                ? 'None is similar: type to find one.'
                : 'No issue is found by that.'}
          </p>
        )}
        <p className={styles.quiet}>
          Its comments and files are shown with the issue that stays, and its reporter and affected users wait
          for that one.
        </p>
      </form>
    </Dialog>
  )
}
