import { beforeBoth } from '@domain/conflicts/before-both'
import type { Conflict } from '@domain/conflicts/conflict'
import { disputedText } from '@domain/conflicts/conflict-words'
import type { Operation } from '@domain/merge/operation'
import { useMemo } from 'react'
import { Spinner } from '../../ui/spinner'
import { useTelling } from '../../view-state/use-telling'
import styles from './conflicts.module.css'
import { Told } from './told'

export interface BeforeProps {
  readonly conflict: Conflict
  readonly history: readonly Operation[] | undefined
}

/** What stood before those who disagree wrote, as the log tells it. */
export function Before({ conflict, history }: BeforeProps) {
  const telling = useTelling()
  const { entity, field, sides, kind } = conflict
  const before = useMemo(() => {
    const stamps = sides.flatMap(({ writers }) => writers.map(({ stamp }) => stamp))
    return history && beforeBoth(history, field, stamps)
  }, [history, field, sides])
  if (kind === 'circle' || field === 'removed') return null
  return (
    <article className={styles.before} aria-label="Before">
      <h3 className={styles.sideName}>Before</h3>
      {history === undefined ? (
        <Spinner />
      ) : (
        <>
          <Told text={disputedText(entity, field, before?.value ?? null, telling)} />
          {before && (
            <p className={styles.quiet}>
              <span className={styles.who}>{before.by}</span> {telling.instant(before.at)}
            </p>
          )}
        </>
      )}
    </article>
  )
}
