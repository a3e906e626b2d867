import { type KeyboardEvent, useId, useState } from 'react'
import { IconButton } from '../../../ui/icon-button'
import { TextField } from '../../../ui/text-field'
import styles from './issue-detail.module.css'

export interface ChipsProps {
  readonly title: string
  readonly names: readonly string[]
  /** What the field for one more is called: “Add a tag”. */
  readonly addLabel: string
  readonly suggested?: readonly string[]
  readonly readOnly: boolean
  /** True when it is added. */
  readonly onAdd: (typed: string) => Promise<boolean>
  readonly onRemove: (name: string) => void
}

const mostShown = 50
const mostSuggested = 50
const numbers = new Intl.NumberFormat('en-GB')

/** A set of names, each taken off by its button, with a field for one more. */
export function Chips({ title, names, addLabel, suggested = [], readOnly, onAdd, onRemove }: ChipsProps) {
  const [typed, setTyped] = useState('')
  const suggestions = useId()
  const sorted = [...names].sort((left, right) => left.localeCompare(right))

  async function add(event: KeyboardEvent) {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    if (await onAdd(typed)) setTyped('')
  }

  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <div className={styles.tags}>
        {sorted.slice(0, mostShown).map((name) => (
          <span key={name} className={styles.tag}>
            <span className={styles.tagName}>{name}</span>
            {!readOnly && (
              <IconButton icon="close" label={`Take off ${name}`} onClick={() => onRemove(name)} />
            )}
          </span>
        ))}
        {sorted.length > mostShown && (
          <span className={styles.quiet}>and {numbers.format(sorted.length - mostShown)} more</span>
        )}
        {!readOnly && (
          // biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field inside adds the name
          <span className={styles.newTag} onKeyDown={(event) => void add(event)}>
            <TextField
              label={addLabel}
              hideLabel
              placeholder={addLabel}
              value={typed}
              onChange={setTyped}
              {...(suggested.length > 0 && { list: suggestions })}
            />
            {suggested.length > 0 && (
              <datalist id={suggestions}>
                {suggested.slice(0, mostSuggested).map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            )}
          </span>
        )}
      </div>
    </section>
  )
}
