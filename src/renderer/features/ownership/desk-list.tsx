import type { Presence } from '@domain/ownership/presence'
import { Button } from '../../ui/button'
import styles from './ownership.module.css'
import type { Desk } from './use-desks'

const levels = [
  ['1', 'S1'],
  ['2', 'S2'],
  ['3', 'S3'],
  ['unrated', 'not told'],
] as const

const presenceWords: Readonly<Record<Presence, string>> = {
  here: '',
  'on-leave': 'is on leave',
  left: 'has left',
  sponsor: 'is the sponsor',
}

export interface DeskListProps {
  readonly desks: readonly Desk[]
  readonly canWrite: boolean
  readonly onShow: (desk: Desk) => void
  readonly onLeave: (person: string) => void
}

/** Who has how much, as bars and as numbers. */
export function DeskList({ desks, canWrite, onShow, onLeave }: DeskListProps) {
  const most = Math.max(1, ...desks.map(({ open }) => open))
  return (
    <ul className={styles.desks} aria-label="Load per person">
      {desks.map((desk) => {
        return (
          <li key={desk.person} className={styles.person}>
            <span className={styles.name}>
              {desk.name}
              <span className={styles.quiet}> {presenceWords[desk.presence]}</span>
            </span>
            <span className={styles.track} aria-hidden="true">
              {levels.map(([level]) => (
                <span
                  key={level}
                  data-level={level}
                  className={styles.bar}
                  style={{ width: `${(desk.bySeverity[level] / most) * 100}%` }}
                />
              ))}
            </span>
            <span className={styles.numbers} data-numeric>
              {levels
                .filter(([level]) => desk.bySeverity[level] > 0)
                .map(([level, name]) => `${desk.bySeverity[level]} ${name}`)
                .join(' · ')}
            </span>
            <Button tone="quiet" disabled={desk.open === 0} onClick={() => onShow(desk)}>
              {desk.open} open
            </Button>
            <Button tone="quiet" disabled={!canWrite} onClick={() => onLeave(desk.person)}>
              {desk.presence === 'left' ? 'Give away' : 'Hand over'}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
