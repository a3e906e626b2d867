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

// Made when there is something to tell: the engine takes long to get ready for the first one.
let numbers: Intl.NumberFormat | undefined

function told(count: number): string {
  numbers ??= new Intl.NumberFormat('en-GB')
  return numbers.format(count)
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
  if (total !== undefined) return `${told(done)} of ${told(total)}`
  return done === 0 ? '' : told(done)
}
