import { audienceName, nextBulletin, overdueBulletin } from '@domain/bulletins/due'
import { useEffect, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { Mark } from '../../ui/mark'
import { useMinute } from '../../view-state/clock'
import { useShortInstantText, useZone } from '../../view-state/use-zone'
import styles from './bulletins.module.css'
import { type Entry, entriesOf, isSame } from './entries'
import type { AudienceLine } from './use-bulletins'

export interface AudienceListProps {
  readonly lines: readonly AudienceLine[]
  readonly chosen: Entry | undefined
  readonly onChoose: (entry: Entry) => void
}

/** Every audience, when it waits for its next bulletin, and what it was sent. */
export function AudienceList({ lines, chosen, onChoose }: AudienceListProps) {
  const instantText = useShortInstantText()
  return (
    <nav className={styles.list} aria-label="Audiences and their bulletins">
      {lines.map((line) => {
        const [next, ...sent] = entriesOf([line])
        return (
          <section key={line.audience.key} aria-label={audienceName(line.audience)}>
            {next && (
              <Line isChosen={isSame(next, chosen)} onChoose={() => onChoose(next)}>
                <span className={styles.audience}>{audienceName(line.audience)}</span>
                <Due line={line} />
              </Line>
            )}
            {sent.map((entry, place) => {
              const values = line.sent[place]?.values
              return (
                <Line
                  key={entry.sending}
                  isPast
                  isChosen={isSame(entry, chosen)}
                  onChoose={() => onChoose(entry)}
                >
                  <span>Bulletin {values?.number ?? ''}</span>
                  <span className={styles.quiet} data-numeric>
                    {instantText(values?.sentAt ?? 0)}
                  </span>
                </Line>
              )
            })}
          </section>
        )
      })}
    </nav>
  )
}

function Due({ line: { audience, sent } }: { readonly line: AudienceLine }) {
  const minute = useMinute()
  const zone = useZone()
  const instantText = useShortInstantText()
  const overdue = overdueBulletin(audience, sent, minute, zone)
  if (overdue) return <Mark tone="warning" shape="half" label={`due ${instantText(overdue.dueAt)}`} />
  const next = nextBulletin(audience, sent, minute, zone)
  return <span className={styles.quiet}>{next ? `next ${instantText(next.dueAt)}` : 'as needed'}</span>
}

interface LineProps {
  readonly isPast?: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly children: React.ReactNode
}

function Line({ isPast = false, isChosen, onChoose, children }: LineProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <button
      ref={button}
      type="button"
      className={classNames(styles.line, isPast ? styles.past : styles.next, isChosen && styles.chosen)}
      aria-current={isChosen || undefined}
      onClick={onChoose}
    >
      {children}
    </button>
  )
}
