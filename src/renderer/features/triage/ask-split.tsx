import { type AttachmentRow, attachmentName } from '@domain/attachments/commands'
import type { Row } from '@domain/merge/row'
import type { Comment } from '@domain/model/entities'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-field'
import styles from './triage.module.css'

/** What of the first issue is put to the new one too. */
export interface TellOfIt {
  readonly comments: readonly Row<Comment>[]
  readonly attachments: readonly AttachmentRow[]
}

export interface AskSplitProps {
  readonly called: string
  readonly comments: readonly Row<Comment>[]
  readonly attachments: readonly AttachmentRow[]
  readonly onAnswer: (title: string, tellOfIt: TellOfIt) => void
  readonly onClose: () => void
}

const mostOffered = 50
const longestShown = 160

/** What the other half is about, and which comments tell of it. */
export function AskSplit({ called, comments, attachments, onAnswer, onClose }: AskSplitProps) {
  const form = useId()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())

  function submit(event: FormEvent) {
    event.preventDefault()
    if (title.trim() === '') return
    onAnswer(title, {
      comments: comments.filter(({ key }) => chosen.has(key)),
      attachments: attachments.filter(({ key }) => chosen.has(key)),
    })
  }

  function choose(key: string, isChosen: boolean) {
    const next = new Set(chosen)
    if (isChosen) next.add(key)
    else next.delete(key)
    setChosen(next)
  }

  return (
    <Dialog
      title={`Split ${called}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" keys="Enter" disabled={title.trim() === ''}>
            Split it off
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <TextField
          label="Title of the new issue"
          hint="It comes into the inbox with the same reporter, and counts from when this one was raised."
          value={title}
          onChange={setTitle}
          required
        />
        {comments.length > 0 && (
          <fieldset className={styles.choices}>
            <legend className={styles.heading}>Comments that tell of it too</legend>
            {comments.slice(0, mostOffered).map(({ key, values }) => (
              <Checkbox key={key} checked={chosen.has(key)} onChange={(isChosen) => choose(key, isChosen)}>
                {values.author && `${values.author}: `}
                {(values.text ?? '').slice(0, longestShown)}
              </Checkbox>
            ))}
          </fieldset>
        )}
        {attachments.length > 0 && (
          <fieldset className={styles.choices}>
            <legend className={styles.heading}>Files that tell of it too</legend>
            {attachments.slice(0, mostOffered).map((attachment) => (
              <Checkbox
                key={attachment.key}
                checked={chosen.has(attachment.key)}
                onChange={(isChosen) => choose(attachment.key, isChosen)}
              >
                {attachmentName(attachment)}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </form>
    </Dialog>
  )
}
