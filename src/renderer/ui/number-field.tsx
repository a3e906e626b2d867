import { Field, type FieldProps } from './field'
import styles from './field.module.css'
import { useDraft } from './use-draft'

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null
  readonly onCommit: (value: number | null) => void
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
}

/** A number in the person's own writing; empty is null. */
export function NumberField({
  value,
  onCommit,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  unit,
  label,
  hideLabel,
  hint,
  problem,
  className,
  ...rest
}: NumberFieldProps) {
  const draft = useDraft({
    value: value === null ? '' : String(value),
    onCommit: (text) => onCommit(text.trim() === '' ? null : parse(text)),
    validate: (text) => {
      if (text.trim() === '') return undefined
      const number = parse(text)
      if (Number.isNaN(number)) return 'A number, such as 15'
      if (number < min || number > max) return `Between ${min} and ${max}`
      return undefined
    },
  })
  return (
    <Field
      label={label}
      hideLabel={hideLabel}
      hint={hint}
      problem={draft.problem ?? problem}
      className={className}
    >
      {(attributes) => (
        <span className={styles.withUnit}>
          <input
            {...rest}
            {...attributes}
            {...draft.handlers}
            className={styles.control}
            inputMode="decimal"
            autoComplete="off"
            value={draft.text}
            onChange={(event) => draft.change(event.target.value)}
          />
          {unit && <span className={styles.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

const parse = (text: string) => Number(text.trim().replace(',', '.'))
