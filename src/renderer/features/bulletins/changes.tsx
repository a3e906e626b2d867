import { useMemo } from 'react'
import { bulletinDiff } from './bulletin-diff'
import styles from './bulletins.module.css'

export interface ChangesProps {
  /** The text that was sent last; undefined where nothing has been sent yet. */
  readonly before: string | undefined
  readonly after: string
}

/** What is new and what is gone since the audience was told last, word by word. */
export function Changes({ before, after }: ChangesProps) {
  const stretches = useMemo(() => (before === undefined ? [] : bulletinDiff(before, after)), [before, after])
  if (before === undefined)
    return <p className={styles.quiet}>Nothing has been sent to this audience yet, so everything is new.</p>
  if (stretches.every(({ kind }) => kind === 'same'))
    return <p className={styles.quiet}>It says the same as the last one.</p>
  return (
    <p className={styles.text}>
      {stretches.map(({ text, kind }, place) => {
        const key = `${place} ${kind}`
        if (kind === 'added')
          return (
            <ins key={key} className={styles.added}>
              {text}
            </ins>
          )
        if (kind === 'gone')
          return (
            <del key={key} className={styles.gone}>
              {text}
            </del>
          )
        return <span key={key}>{text}</span>
      })}
    </p>
  )
}
