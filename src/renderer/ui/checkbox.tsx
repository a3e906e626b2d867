import { type ReactNode, useEffect, useRef } from 'react'
import styles from './checkbox.module.css'
import { classNames } from './class-names'

export interface CheckboxProps {
  readonly children: ReactNode
  readonly checked: boolean
  /** Some of what it stands for is, and some is not. */
  readonly mixed?: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly className?: string | undefined
  /** Name where `children` are not words. */
  readonly label?: string
}

export function Checkbox({
  children,
  checked,
  mixed = false,
  onChange,
  disabled,
  className,
  label,
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed
  }, [mixed])
  return (
    <label className={classNames(styles.line, className)}>
      <input
        ref={input}
        type="checkbox"
        className={styles.box}
        checked={checked}
        disabled={disabled}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  )
}

/** On or off at once, without a button to save. */
export function Switch({
  children,
  checked,
  onChange,
  disabled,
  className,
  label,
}: Omit<CheckboxProps, 'mixed'>) {
  return (
    <label className={classNames(styles.line, className)}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={styles.switch}
        checked={checked}
        disabled={disabled}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  )
}
