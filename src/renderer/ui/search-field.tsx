import type { KeyboardEventHandler, Ref } from 'react'
import styles from './field.module.css'
import { Icon } from './icon'

export interface SearchFieldProps {
  readonly ref?: Ref<HTMLInputElement>
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** The list that it narrows, where arrow keys here choose there, and the chosen line. */
  readonly listId?: string
  readonly currentId?: string | undefined
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>
}

/** Narrows a list as you type; Escape empties it. */
export function SearchField({ label, onChange, onKeyDown, listId, currentId, ...rest }: SearchFieldProps) {
  return (
    <span className={styles.withIcon}>
      <Icon name="search" />
      <input
        {...rest}
        type="search"
        {...(listId && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': listId,
          'aria-autocomplete': 'list' as const,
          'aria-activedescendant': currentId,
        })}
        aria-label={label}
        className={styles.control}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && rest.value !== '') {
            event.stopPropagation()
            onChange('')
          }
          onKeyDown?.(event)
        }}
      />
    </span>
  )
}
