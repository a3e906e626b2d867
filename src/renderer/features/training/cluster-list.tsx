import { latelyDays, type QuestionCluster } from '@domain/training/clusters'
import { useEffect, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import styles from './training.module.css'

const mostShown = 200

export interface ClusterListProps {
  readonly clusters: readonly QuestionCluster[]
  readonly chosen: QuestionCluster | undefined
  readonly onChoose: (cluster: QuestionCluster) => void
}

/** What people keep asking, that of late first. */
export function ClusterList({ clusters, chosen, onChoose }: ClusterListProps) {
  return (
    <nav className={styles.list} aria-label="What people keep asking">
      {clusters.slice(0, mostShown).map((cluster) => (
        <Line
          key={cluster.id}
          cluster={cluster}
          isChosen={cluster.id === chosen?.id}
          onChoose={() => onChoose(cluster)}
        />
      ))}
      {clusters.length > mostShown && (
        <p className={styles.quiet}>and {clusters.length - mostShown} that are asked less</p>
      )}
    </nav>
  )
}

interface LineProps {
  readonly cluster: QuestionCluster
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Line({ cluster, isChosen, onChoose }: LineProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const { issues, lately, component } = cluster
  return (
    <button
      ref={button}
      type="button"
      className={classNames(styles.line, isChosen && styles.chosen)}
      aria-current={isChosen || undefined}
      onClick={onChoose}
    >
      <span className={styles.question}>{issues.at(-1)?.values.title}</span>
      <span className={styles.quiet}>{component || 'No component told'}</span>
      <span className={styles.quiet} data-numeric>
        {issues.length} times{lately > 0 && `, ${lately} in ${latelyDays} days`}
      </span>
    </button>
  )
}
