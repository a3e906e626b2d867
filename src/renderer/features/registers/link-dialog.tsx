import { issuesOf, linkIssue, type Registered, unlinkIssue } from '@domain/registers/issue-links'
import { type FormEvent, useId, useState } from 'react'
import { useRow, useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import { TextField } from '../../ui/text-field'
import { findIssues } from '../../view-state/find-issues'
import { useAct } from '../../view-state/use-act'
import { useTelling } from '../../view-state/use-telling'
import styles from './registers.module.css'

export interface LinkDialogProps {
  readonly registered: Registered
  readonly onClose: () => void
}

/** The issues that a risk or a decision has to do with: one more, or one less. */
export function LinkDialog({ registered, onClose }: LinkDialogProps) {
  const act = useAct()
  const session = useSession()
  const { issueKey } = useTelling()
  const suggestions = useId()
  const [typed, setTyped] = useState('')
  const found = findIssues(session, typed, 8)
  useRow(registered.entity, registered.row.key)
  const linked = issuesOf(registered.row)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const wanted = typed.trim().toLowerCase()
    const key = found.find(({ called }) => called.toLowerCase() === wanted)?.key ?? typed.trim()
    if (wanted === '') onClose()
    else if (await act(linkIssue(registered, session.replica.rows('issue').get(key)))) setTyped('')
  }

  return (
    <Dialog title={`Issues of “${registered.row.values.title ?? ''}”`} onClose={onClose}>
      <form className={styles.beside} onSubmit={(event) => void submit(event)}>
        <TextField
          label="Issue to link to"
          hint="Its key, or words of its title; Enter with nothing typed is done"
          value={typed}
          onChange={setTyped}
          list={suggestions}
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
        {linked.map((issue) => (
          <li key={issue}>
            <span className={styles.called}>{issueKey(issue)}</span>
            <span className={styles.what}>
              {session.replica.rows('issue').get(issue)?.values.title?.slice(0, 200)}
            </span>
            <IconButton
              icon="close"
              label={`Take off ${issueKey(issue)}`}
              onClick={() => void act(unlinkIssue(registered, issue))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
