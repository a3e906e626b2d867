import { Select } from '../../../ui/select'

export interface ChoiceFieldProps<V extends string | number> {
  readonly label: string
  readonly choices: readonly V[]
  readonly text: (choice: V) => string
  readonly value: V | null
  readonly onChange: (choice: V | null) => void
  readonly disabled?: boolean
  /** How it reads that nothing is chosen. */
  readonly none?: string
}

/** One of a field's choices, or none. */
export function ChoiceField<V extends string | number>({
  label,
  choices,
  text,
  value,
  onChange,
  disabled = false,
  none = 'Not set',
}: ChoiceFieldProps<V>) {
  return (
    <Select
      label={label}
      options={[
        { value: '', label: none },
        ...choices.map((choice) => ({ value: String(choice), label: text(choice) })),
      ]}
      value={value === null ? '' : String(value)}
      onChange={(chosen) => onChange(choices.find((choice) => String(choice) === chosen) ?? null)}
      disabled={disabled}
    />
  )
}
