import { Field, type FieldProps } from './field'
import styles from './field.module.css'
import { useDraft } from './use-draft'

export interface DateFieldProps extends FieldProps {
  /** `2026-11-23`, or with `time` `2026-11-23T09:00`, as the clock on the wall says; '' for none. */
  readonly value: string
  readonly time?: boolean
  /** The zone of that clock, shown behind the field. */
  readonly zone?: string | undefined
  readonly onChange?: (value: string) => void
  readonly onCommit?: (value: string) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly readOnly?: boolean
  readonly required?: boolean
}

/** A day, or a day with a time, in the zone it says. */
export function DateField({
  value,
  time = false,
  zone,
  onChange,
  onCommit,
  label,
  hideLabel,
  hint,
  problem,
  className,
  ...rest
}: DateFieldProps) {
  const draft = useDraft({ value, onChange, onCommit })
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
            type={time ? 'datetime-local' : 'date'}
            value={draft.text}
            onChange={(event) => draft.change(event.target.value)}
          />
          {zone && <span className={styles.unit}>{zone}</span>}
        </span>
      )}
    </Field>
  )
}
