import type { HTMLInputTypeAttribute, Ref } from 'react'
import { Field, type FieldProps } from './field'
import styles from './field.module.css'
import { type DraftOptions, useDraft } from './use-draft'

export interface TextFieldProps extends FieldProps, Omit<DraftOptions, 'manyLines'> {
  readonly ref?: Ref<HTMLInputElement>
  readonly type?: HTMLInputTypeAttribute
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly readOnly?: boolean
  readonly required?: boolean
  readonly maxLength?: number
  readonly list?: string
}

/** One line of text. Give `onChange` for every key press or `onCommit` for the finished value. */
export function TextField({
  value,
  onChange,
  onCommit,
  validate,
  label,
  hideLabel,
  hint,
  problem,
  className,
  ...rest
}: TextFieldProps) {
  const draft = useDraft({ value, onChange, onCommit, validate })
  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      hint={hint}
      problem={draft.problem ?? problem}
      className={className}
    >
      {(attributes) => (
        <input
          {...rest}
          {...attributes}
          {...draft.handlers}
          className={styles.control}
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          spellCheck={false}
          autoComplete="off"
        />
      )}
    </Field>
  )
}
