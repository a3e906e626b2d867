import { clockWords, durationText } from '@domain/clocks/clock-words'
import { adriftWords } from '@domain/ownership/adrift'
import { type ClockLine, type ClockTone, clockTone } from '@domain/today/clock-lines'
import { Link } from 'wouter'
import { Mark, type MarkShape } from '../../ui/mark'
import { paths } from '../../view-state/paths'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './today.module.css'

const hour = 60 * 60_000
const shapes: Readonly<Record<ClockTone, MarkShape>> = {
  danger: 'triangle',
  warning: 'diamond',
  ok: 'dot',
  neutral: 'ring',
}
const tones: Readonly<Record<ClockTone, string>> = {
  danger: 'Past its target or due within the hour',
  warning: 'Due within four hours',
  ok: 'In good time',
  neutral: 'In time, but nobody really has it',
}

export interface ClockListProps {
  readonly title: string
  readonly lines: readonly ClockLine[] | undefined
  readonly time: number
  /** Said where there are none. */
  readonly nothing: string
}

/** Clocks with the time that is left of them, or has gone since. */
export function ClockList({ title, lines, time, nothing }: ClockListProps) {
  const instantText = useShortInstantText()
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {lines === undefined ? (
        <p className={styles.quiet}>Reading the clocks</p>
      ) : lines.length === 0 ? (
        <p className={styles.quiet}>{nothing}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map((line) => {
            const tone = clockTone(line, time)
            return (
              <li key={`${line.issue} ${line.kind}`}>
                <Link href={paths.issue(line.issue)} className={styles.line}>
                  <Mark tone={tone} shape={shapes[tone]} label={tones[tone]} compact />
                  <span className={styles.left} data-numeric data-tone={tone}>
                    {leftText(line.dueAt - time)}
                  </span>
                  <span className={styles.key}>{line.called}</span>
                  <span className={styles.what}>
                    {line.severity !== null && <span className={styles.severity}>S{line.severity}</span>}
                    {line.title}
                  </span>
                  <span className={styles.who}>
                    {line.owner ?? 'No owner'}
                    {line.owner && line.adrift && `: ${adriftWords[line.adrift].toLowerCase()}`}
                  </span>
                  <span className={styles.when}>
                    {clockWords[line.kind]}, {instantText(line.dueAt)}
                  </span>
                </Link>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** `12:05` counts down within the hour; `in 3 h 20 min` before, `3 h 20 min ago` after. */
function leftText(left: number): string {
  if (left <= 0) return `${durationText(left)} ago`
  if (left > hour) return `in ${durationText(left)}`
  const seconds = Math.floor(left / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
