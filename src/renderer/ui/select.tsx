import { classNames } from './class-names'
import { Field, type FieldProps } from './field'
import fieldStyles from './field.module.css'
import styles from './select.module.css'

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
}

export interface SelectProps<V extends string> extends FieldProps {
  readonly options: readonly Option<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
  readonly disabled?: boolean
}

/** One of a few. For one of many, or of people, see ComboBox. */
export function Select<V extends string>({ options, value, onChange, disabled, ...field }: SelectProps<V>) {
  return (
    <Field {...field}>
      {(attributes) => (
        <select
          {...attributes}
          className={classNames(fieldStyles.control, styles.select)}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
