import { classNames } from './class-names'
import styles from './mark.module.css'

export type MarkTone = 'neutral' | 'accent' | 'ok' | 'warning' | 'danger' | 'level-1' | 'level-2' | 'level-3'
export type MarkShape =
  | 'dot'
  | 'ring'
  | 'half'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'tick'
  | 'cross'
  | 'dash'

export interface MarkProps {
  readonly tone: MarkTone
  /** Says the same as the colour to an eye that cannot tell colours. */
  readonly shape: MarkShape
  readonly label: string
  /** `wash`: on a tinted ground, where it stands alone. */
  readonly look?: 'plain' | 'wash'
  /** Draws the shape alone; the label is then its name and tooltip. */
  readonly compact?: boolean
}

const shapes: Readonly<Record<MarkShape, React.ReactNode>> = {
  dot: <circle cx="5" cy="5" r="3.6" fill="currentColor" />,
  ring: <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  half: (
    <>
      <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5 1.8a3.2 3.2 0 0 1 0 6.4z" fill="currentColor" />
    </>
  ),
  square: <rect x="1.6" y="1.6" width="6.8" height="6.8" rx="1" fill="currentColor" />,
  diamond: <path d="M5 .8 9.2 5 5 9.2.8 5z" fill="currentColor" />,
  triangle: <path d="M5 1 9.4 8.8H.6z" fill="currentColor" />,
  tick: <path d="m1.5 5.3 2.4 2.4 4.6-5" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  cross: <path d="m2 2 6 6M8 2 2 8" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  dash: <path d="M1.5 5h7" fill="none" stroke="currentColor" strokeWidth="1.7" />,
}

/** A state told three ways: by word, by shape, by colour. */
export function Mark({ tone, shape, label, look = 'plain', compact = false }: MarkProps) {
  return (
    <span
      className={classNames(styles.mark, look === 'wash' && styles.wash)}
      data-tone={tone}
      {...(compact && { 'data-tooltip': label, role: 'img', 'aria-label': label })}
    >
      <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10">
        {shapes[shape]}
      </svg>
      {!compact && <span className={styles.label}>{label}</span>}
    </span>
  )
}
