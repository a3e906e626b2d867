import { numberText } from '@domain/reporting/number-text'
import { Button } from './button'
import styles from './progress-bar.module.css'

export interface ProgressBarProps {
  /** What is being done: “Reading 25,000 rows”. */
  readonly label: string
  readonly done: number
  /** Undefined while it is not known. */
  readonly total?: number | undefined
  readonly onCancel?: () => void
}

export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className={styles.count} data-numeric>
          {countText(done, total)}
        </span>
      </div>
      <div className={styles.line}>
        <progress
          className={styles.bar}
          aria-label={label}
          {...(total !== undefined && { value: done, max: Math.max(total, 1) })}
        />
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </div>
  )
}

/** Nothing while nothing has been counted: a lone 0 would look like standing still. */
function countText(done: number, total: number | undefined): string {
  if (total !== undefined) return `${numberText(done)} of ${numberText(total)}`
  return done === 0 ? '' : numberText(done)
}
