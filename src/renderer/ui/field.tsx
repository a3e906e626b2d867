import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import styles from './field.module.css'

/** What every field with a label has in common. */
export interface FieldProps {
  readonly label: string
  /** Keeps the label for screen readers where the place on the screen says it already. */
  readonly hideLabel?: boolean | undefined
  readonly hint?: ReactNode
  /** Why the value cannot stand, and what would. */
  readonly problem?: string | undefined
  readonly className?: string | undefined
}

/** Attributes that tie a control to its label, hint and problem. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/** Label above, hint or problem below the control that `children` draws. */
export function Field({
  label,
  hideLabel = false,
  hint,
  problem,
  className,
  children,
}: FieldProps & { readonly children: (attributes: ControlAttributes) => ReactNode }) {
  const id = useId()
  const note = problem ?? hint
  const noteId = `${id}-note`
  return (
    <div className={classNames(styles.field, className)}>
      {!hideLabel && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      {children({
        id,
        ...(hideLabel && { 'aria-label': label }),
        ...(note && { 'aria-describedby': noteId }),
        ...(problem && { 'aria-invalid': true }),
      })}
      {note && (
        <p id={noteId} className={problem ? styles.problem : styles.hint}>
          {note}
        </p>
      )}
    </div>
  )
}
