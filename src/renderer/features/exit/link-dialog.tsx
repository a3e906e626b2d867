import { linkEvidence, unlinkEvidence } from '@domain/exit/commands'
import type { CriterionRow } from '@domain/exit/criteria'
import { linkedIssues } from '@domain/exit/given-measures'
import { type FormEvent, useId, useState } from 'react'
import { useRow, useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import { TextField } from '../../ui/text-field'
import { findIssues } from '../../view-state/find-issues'
import { useAct } from '../../view-state/use-act'
import { useTelling } from '../../view-state/use-telling'
import styles from './exit.module.css'

const mostFound = 8

export interface LinkDialogProps {
  readonly row: CriterionRow
  readonly onClose: () => void
}

/** The issues that bear an own criterion out: one more, or one less. */
export function LinkDialog({ row, onClose }: LinkDialogProps) {
  const act = useAct()
  const session = useSession()
  const { issueKey } = useTelling()
  const suggestions = useId()
  const [typed, setTyped] = useState('')
  const found = findIssues(session, typed, mostFound)
  useRow('exitCriterion', row.key)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const wanted = typed.trim().toLowerCase()
    const key = found.find(({ called }) => called.toLowerCase() === wanted)?.key ?? typed.trim()
    if (wanted === '') onClose()
    else if (await act(linkEvidence(row, session.replica.rows('issue').get(key)))) setTyped('')
  }

  return (
    <Dialog title={`Issues of “${row.values.title ?? ''}”`} onClose={onClose}>
      <form className={styles.beside} onSubmit={(event) => void submit(event)}>
        <TextField
          label="Issue that bears it out"
          hint="Its key, or words of its title; Enter with nothing typed is done"
          value={typed}
          onChange={setTyped}
          list={suggestions}
          autoFocus
        />
        <datalist id={suggestions}>
          {found.map(({ key, called, title }) => (
            <option key={key} value={called}>
              {title.slice(0, 100)}
            </option>
          ))}
        </datalist>
        <Button type="submit">Link</Button>
      </form>
      <ul className={styles.linked} aria-label="Linked issues">
        {linkedIssues(row).map((issue) => (
          <li key={issue}>
            <span className={styles.what}>{issueKey(issue)}</span>
            <span className={styles.cut}>
              {session.replica.rows('issue').get(issue)?.values.title?.slice(0, 200)}
            </span>
            <IconButton
              icon="close"
              label={`Take off ${issueKey(issue)}`}
              onClick={() => void act(unlinkEvidence(row, issue))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
