import { numberText } from '@domain/reporting/number-text'
import type { IssueFigure } from '@domain/today/issue-figure'
import { classNames } from '../../ui/class-names'
import styles from './today.module.css'
import { useShow } from './use-show'

export interface FigureProps {
  readonly label: string
  /** Undefined while it is being counted. */
  readonly figure: IssueFigure | undefined
  readonly asOf: number
  readonly tone?: 'danger' | 'warning'
  readonly size?: 'large' | 'small'
}

/** A number that opens the issues it counts. */
export function Figure({ label, figure, asOf, tone, size = 'small' }: FigureProps) {
  const show = useShow()
  const count = figure?.keys.length
  return (
    <button
      type="button"
      className={classNames(styles.figure, size === 'large' && styles.large)}
      data-tone={count ? tone : undefined}
      disabled={!figure || count === 0}
      aria-busy={!figure}
      onClick={() => figure && show.figure(figure, asOf)}
    >
      <span className={styles.number} data-numeric>
        {count === undefined ? '…' : numberText(count)}
      </span>
      <span className={styles.label}>{label}</span>
    </button>
  )
}
