import type { IssueRow } from '@domain/triage/as-of'
import { addTag, removeTag } from '@domain/triage/commands'
import { tagsOf } from '@domain/triage/set-columns'
import { type KeyboardEvent, useId, useState } from 'react'
import { IconButton } from '../../../ui/icon-button'
import { TextField } from '../../../ui/text-field'
import { useAct } from '../use-act'
import { useIssueView } from '../use-issue-view'
import styles from './issue-detail.module.css'

const mostShown = 50
const mostSuggested = 50
const numbers = new Intl.NumberFormat('en-GB')

export function Tags({ row, readOnly }: { readonly row: IssueRow; readonly readOnly: boolean }) {
  const act = useAct()
  const { view } = useIssueView()
  const [typed, setTyped] = useState('')
  const suggestions = useId()
  const tags = tagsOf(row).sort((left, right) => left.localeCompare(right))

  async function add(event: KeyboardEvent) {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    if (await act(addTag(row, typed))) setTyped('')
  }

  return (
    <section className={styles.section} aria-label="Tags">
      <h3 className={styles.heading}>Tags</h3>
      <div className={styles.tags}>
        {tags.slice(0, mostShown).map((tag) => (
          <span key={tag} className={styles.tag}>
            <span className={styles.tagName}>{tag}</span>
            {!readOnly && (
              <IconButton
                icon="close"
                label={`Take off ${tag}`}
                onClick={() => void act(removeTag(row, tag))}
              />
            )}
          </span>
        ))}
        {tags.length > mostShown && (
          <span className={styles.quiet}>and {numbers.format(tags.length - mostShown)} more</span>
        )}
        {!readOnly && (
          // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field inside adds the tag
          <span className={styles.newTag} onKeyDown={(event) => void add(event)}>
            <TextField
              label="Add a tag"
              hideLabel
              placeholder="Add a tag"
              value={typed}
              onChange={setTyped}
              list={suggestions}
            />
            <datalist id={suggestions}>
              {view.finder.tags.slice(0, mostSuggested).map((tag) => (
                <option key={tag} value={tag} />
              ))}
            </datalist>
          </span>
        )}
      </div>
    </section>
  )
}
