import type { Ref } from 'react'
import { Field, type FieldProps } from './field'
import styles from './field.module.css'
import { type DraftOptions, useDraft } from './use-draft'

export interface TextAreaProps extends FieldProps, Omit<DraftOptions, 'manyLines'> {
  readonly ref?: Ref<HTMLTextAreaElement>
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly readOnly?: boolean
}

/** Text of several lines; grows with what is typed. Mod+Enter or leaving commits. */
export function TextArea({
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
}: TextAreaProps) {
  const draft = useDraft({ value, onChange, onCommit, validate, manyLines: true })
  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      hint={hint}
      problem={draft.problem ?? problem}
      className={className}
    >
      {(attributes) => (
        <textarea
          {...rest}
          {...attributes}
          {...draft.handlers}
          className={styles.control}
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
        />
      )}
    </Field>
  )
}
