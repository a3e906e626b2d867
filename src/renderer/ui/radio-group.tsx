import { type ReactNode, useId } from 'react'
import styles from './checkbox.module.css'
import { VisuallyHidden } from './visually-hidden'

export interface RadioGroupProps<V extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly options: readonly { readonly value: V; readonly label: ReactNode; readonly hint?: string }[]
  readonly value: V | undefined
  readonly onChange: (value: V) => void
  readonly disabled?: boolean
  /** The form around it waits for a choice. */
  readonly required?: boolean
}

/** One of a few, all in sight. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles.group} disabled={props.disabled}>
      <legend className={styles.legend}>
        {props.hideLabel ? <VisuallyHidden>{props.label}</VisuallyHidden> : props.label}
      </legend>
      <div className={styles.across}>
        {props.options.map((option) => (
          <label key={option.value} className={styles.line}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              required={props.required}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className={styles.hint}> {option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
