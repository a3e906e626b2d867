import type { KeyboardEventHandler, Ref } from 'react'
import styles from './field.module.css'
import { Icon } from './icon'

export interface SearchFieldProps {
  readonly ref?: Ref<HTMLInputElement>
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder?: string
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>
}

/** Narrows a list as you type; Escape empties it. */
export function SearchField({ label, onChange, onKeyDown, ...rest }: SearchFieldProps) {
  return (
    <span className={styles.withIcon}>
      <Icon name="search" />
      <input
        {...rest}
        type="search"
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
