import { roleWords } from '@domain/ownership/role-words'
import type { AgendaEntry } from '@domain/standup/agenda'
import { isOpenLine } from '@domain/standup/lines'
import { useEffect, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { VisuallyHidden } from '../../ui/visually-hidden'
import styles from './standups.module.css'

export interface AgendaListProps {
  readonly stops: readonly AgendaEntry[]
  readonly current: string | undefined
  /** Keys of the people who are there. */
  readonly here: ReadonlySet<string>
  readonly onChoose: (place: number) => void
}

/** The round: who and what comes when, and how much there is to say. */
export function AgendaList({ stops, current, here, onChoose }: AgendaListProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    void current
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav className={styles.agenda} aria-label="The round">
      <ol ref={list}>
        {stops.map(({ id, title, about, onShift, facts, carried, said, decisions }, place) => {
          const waiting =
            facts.reduce((sum, { issues }) => sum + issues.length, 0) +
            carried.filter(isOpenLine).length +
            decisions.length
          const isHere = about.kind === 'person' && here.has(about.person)
          return (
            <li key={id}>
              <button
                type="button"
                className={classNames(styles.stopLink, id === current && styles.here)}
                aria-current={id === current ? 'step' : undefined}
                onClick={() => onChoose(place)}
              >
                <span className={styles.tick}>
                  {isHere && (
                    <>
                      <Icon name="check" />
                      <VisuallyHidden>there: </VisuallyHidden>
                    </>
                  )}
                </span>
                <span className={styles.stopName}>
                  {title}
                  {onShift.length > 0 && (
                    <span className={styles.quiet}> {onShift.map((role) => roleWords[role]).join(', ')}</span>
                  )}
                </span>
                {said.length > 0 && (
                  <span className={styles.saidCount} data-tooltip={`${said.length} written down`}>
                    {said.length}
                  </span>
                )}
                <span className={styles.numbers} data-numeric>
                  {waiting > 0 && waiting}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
