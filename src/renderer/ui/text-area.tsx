import type { AriaAttributes, Ref } from 'react'
import { Field, type FieldProps } from './field'
import styles from './field.module.css'
import { type DraftOptions, useDraft } from './use-draft'

export interface TextAreaProps extends FieldProps, Omit<DraftOptions, 'manyLines'> {
  /** One line of words that may need several to be read: Enter commits, and no line break gets in. */
  readonly oneLine?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly readOnly?: boolean
  /** What a list that hangs on the field says of itself. */
  readonly aria?: AriaAttributes
}

const lineBreaks = /\s*[\r\n]+\s*/g

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
  oneLine = false,
  aria,
  ...rest
}: TextAreaProps) {
  const draft = useDraft({ value, onChange, onCommit, validate, manyLines: !oneLine })
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
          {...aria}
          {...attributes}
          {...draft.handlers}
          {...(oneLine && { rows: 1 })}
          data-one-line={oneLine || undefined}
          className={styles.control}
          value={draft.text}
          onChange={(event) => {
            const { value: typed } = event.target
            draft.change(oneLine ? typed.replace(lineBreaks, ' ') : typed)
          }}
        />
      )}
    </Field>
  )
}
