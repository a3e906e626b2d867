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

/** What is drawn: an area, or where `line` is set a line of that width. */
interface Drawing {
  readonly d: string
  readonly line?: number
}

/** One path each: where a list puts another state into the same place, no element comes or goes. */
const drawings: Readonly<Record<MarkShape, Drawing>> = {
  dot: { d: 'M1.4 5a3.6 3.6 0 1 1 7.2 0 3.6 3.6 0 1 1-7.2 0z' },
  ring: { d: 'M1.8 5a3.2 3.2 0 1 1 6.4 0 3.2 3.2 0 1 1-6.4 0z', line: 1.4 },
  half: { d: 'M1.1 5a3.9 3.9 0 1 1 7.8 0 3.9 3.9 0 1 1-7.8 0zM5 2.5a2.5 2.5 0 0 0 0 5z' },
  square: { d: 'M2.6 1.6h4.8a1 1 0 0 1 1 1v4.8a1 1 0 0 1-1 1H2.6a1 1 0 0 1-1-1V2.6a1 1 0 0 1 1-1z' },
  diamond: { d: 'M5 .8 9.2 5 5 9.2.8 5z' },
  triangle: { d: 'M5 1 9.4 8.8H.6z' },
  tick: { d: 'm1.5 5.3 2.4 2.4 4.6-5', line: 1.7 },
  cross: { d: 'm2 2 6 6M8 2 2 8', line: 1.7 },
  dash: { d: 'M1.5 5h7', line: 1.7 },
}

/** A state told three ways: by word, by shape, by colour. */
export function Mark({ tone, shape, label, look = 'plain', compact = false }: MarkProps) {
  const { d, line } = drawings[shape]
  return (
    <span
      className={classNames(styles.mark, look === 'wash' && styles.wash)}
      data-tone={tone}
      {...(compact && { 'data-tooltip': label, role: 'img', 'aria-label': label })}
    >
      <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10">
        <path
          d={d}
          {...(line === undefined
            ? { fill: 'currentColor' }
            : { fill: 'none', stroke: 'currentColor', strokeWidth: line })}
        />
      </svg>
      {!compact && <span className={styles.label}>{label}</span>}
    </span>
  )
}
