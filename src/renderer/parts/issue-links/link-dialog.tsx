import { issuesOf, type Linking, linkIssue, unlinkIssue } from '@domain/triage/issue-links'
import { type FormEvent, useId, useState } from 'react'
import { useRow, useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import { TextField } from '../../ui/text-field'
import { findIssues } from '../../view-state/find-issues'
import { useAct } from '../../view-state/use-act'
import { useTelling } from '../../view-state/use-telling'
import styles from './link-dialog.module.css'

const mostFound = 8

export interface LinkDialogProps {
  readonly of: Linking
  /** What the field asks for. */
  readonly label?: string
  readonly onClose: () => void
}

/** The issues that something has to do with: one more, or one less. */
export function LinkDialog({ of, label = 'Issue to link to', onClose }: LinkDialogProps) {
  const act = useAct()
  const session = useSession()
  const { issueKey } = useTelling()
  const suggestions = useId()
  const [typed, setTyped] = useState('')
  const found = findIssues(session, typed, mostFound)
  useRow(of.entity, of.row.key)
  const linked = issuesOf(of.row)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const wanted = typed.trim().toLowerCase()
    const key = found.find(({ called }) => called.toLowerCase() === wanted)?.key ?? typed.trim()
    if (wanted === '') onClose()
    else if (await act(linkIssue(of, session.replica.rows('issue').get(key)))) setTyped('')
  }

  return (
    <Dialog title={`Issues of “${of.row.values.title ?? ''}”`} onClose={onClose}>
      <form className={styles.beside} onSubmit={(event) => void submit(event)}>
        <TextField
          label={label}
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
              onClick={() => void act(unlinkIssue(of, issue))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
