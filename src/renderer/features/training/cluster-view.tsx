import { type TrainingKind, trainingKinds } from '@domain/model/training-action'
import type { QuestionCluster } from '@domain/training/clusters'
import { isAboutCluster, trainingWords } from '@domain/training/commands'
import { isEnded, raisedAt } from '@domain/triage/as-of'
import { calledKey } from '@domain/triage/list-columns'
import { Link } from 'wouter'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { paths } from '../../view-state/paths'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './training.module.css'
import type { ActionLine } from './use-training'

const mostIssues = 12
const mostUnits = 10

export const kindShortcuts = {
  session: 'trainingSession',
  guide: 'trainingGuide',
  tip: 'trainingTip',
} as const satisfies Record<TrainingKind, ShortcutName>

export interface ClusterViewProps {
  readonly cluster: QuestionCluster
  readonly actions: readonly ActionLine[]
  readonly canWrite: boolean
}

/** One thing that people keep asking: who asks, in which words, and what can be done. */
export function ClusterView({ cluster, actions, canWrite }: ClusterViewProps) {
  const instantText = useShortInstantText()
  const { issues, units, terms, component } = cluster
  const planned = actions.filter(({ action }) => isAboutCluster(action, cluster))
  return (
    <section className={styles.cluster} aria-label="The questions">
      <h2 className={styles.title}>{issues.at(-1)?.values.title}</h2>
      <p className={styles.quiet}>
        {component || 'No component told'} · asked {issues.length} times · known by: {terms.join(', ')}
      </p>
      <div className={styles.buttons}>
        {trainingKinds.map((kind) => (
          <Button
            key={kind}
            keys={shortcuts[kindShortcuts[kind]].keys}
            disabled={!canWrite}
            onClick={() => runShortcut(kindShortcuts[kind])}
          >
            {trainingWords[kind]}
          </Button>
        ))}
        <Button
          tone="quiet"
          icon="issues"
          keys={shortcuts.trainingIssues.keys}
          onClick={() => runShortcut('trainingIssues')}
        >
          Show the questions
        </Button>
        {planned.length > 0 && (
          <Badge>{planned.length === 1 ? '1 action about it' : `${planned.length} actions about it`}</Badge>
        )}
      </div>
      <h3 className={styles.heading}>Who asks</h3>
      <ul className={styles.units}>
        {units.slice(0, mostUnits).map(({ unit, count }) => (
          <li key={unit}>
            <span>{unit || 'Unit not told'}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={{ width: `${(100 * count) / (units[0]?.count ?? 1)}%` }} />
            </span>
            <span data-numeric>{count}</span>
          </li>
        ))}
      </ul>
      {units.length > mostUnits && <p className={styles.quiet}>and {units.length - mostUnits} more units</p>}
      <h3 className={styles.heading}>Asked last</h3>
      <ul className={styles.asked}>
        {issues
          .slice(-mostIssues)
          .toReversed()
          .map((row) => (
            <li key={row.key} data-ended={isEnded(row.values.status ?? 'new') || undefined}>
              <Link href={paths.issue(row.key)} className={styles.key}>
                {calledKey(row)}
              </Link>
              <span className={styles.question}>{row.values.title}</span>
              <span className={styles.quiet} data-numeric>
                {instantText(raisedAt(row))}
              </span>
            </li>
          ))}
      </ul>
    </section>
  )
}
