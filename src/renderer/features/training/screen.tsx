import { type TrainingKind, trainingKinds } from '@domain/model/training-action'
import type { QuestionCluster } from '@domain/training/clusters'
import { type ActionForm, actionForm, proposedAction } from '@domain/training/commands'
import type { TrainingActionRow } from '@domain/training/effect'
import type { IssueRow } from '@domain/triage/as-of'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { Select } from '../../ui/select'
import { Spinner } from '../../ui/spinner'
import { now } from '../../view-state/clock'
import { issueListOf } from '../../view-state/issue-list'
import { paths } from '../../view-state/paths'
import { type ShortcutName, shortcuts } from '../../view-state/shortcuts'
import { runShortcut, useShortcuts } from '../../view-state/use-shortcuts'
import { ActionDialog } from './action-dialog'
import { ActionList } from './action-list'
import { ClusterList } from './cluster-list'
import { ClusterView, kindShortcuts } from './cluster-view'
import styles from './training.module.css'
import { useActions, useClusters } from './use-training'

const empty: ActionForm = {
  title: '',
  kind: 'session',
  component: '',
  unit: '',
  terms: [],
  owner: null,
  dueOn: '',
  note: '',
}

/** What people keep asking, what is done about it, and whether they ask less since. */
export default function TrainingScreen() {
  const session = useSession()
  const [, navigate] = useLocation()
  const all = useClusters()
  const actions = useActions()
  const [unit, setUnit] = useState('')
  const [wanted, setWanted] = useState<string>()
  const [asked, setAsked] = useState<{ action?: TrainingActionRow; form: ActionForm }>()
  const canWrite = session.access.kind === 'write'
  const clusters = all?.filter(({ units }) => unit === '' || units.some((one) => one.unit === unit)) ?? []
  const place = Math.max(
    0,
    clusters.findIndex(({ id }) => id === wanted),
  )
  const cluster = clusters[place]
  const goTo = (next: number) => setWanted(clusters[Math.max(0, Math.min(next, clusters.length - 1))]?.id)

  function show(title: string, issues: readonly IssueRow[]) {
    const keys = issues.map(({ key }) => key)
    issueListOf(session.id)
      .getState()
      .showOnly({ title, at: now(), keys: () => keys })
    navigate(paths.issues)
  }
  const plan = (kind: TrainingKind) => cluster && setAsked({ form: proposedAction(cluster, kind) })
  const answers: Partial<Record<ShortcutName, () => void>> = {
    trainingNext: () => goTo(place + 1),
    trainingBefore: () => goTo(place - 1),
    trainingIssues: () => cluster && show('Asked again and again', cluster.issues),
  }
  useShortcuts(answers, cluster !== undefined)
  const planning: Partial<Record<ShortcutName, () => void>> = {}
  for (const kind of trainingKinds) planning[kindShortcuts[kind]] = () => plan(kind)
  useShortcuts(planning, canWrite && cluster !== undefined)
  useShortcuts({ trainingNew: () => setAsked({ form: empty }) }, canWrite)

  return (
    <>
      <PageHeader
        title="Training"
        note={all ? noteOf(all) : 'Comparing the questions'}
        actions={
          <>
            {all && all.length > 0 && (
              <Select
                label="Unit"
                hideLabel
                options={[{ value: '', label: 'Every unit' }, ...unitOptions(all)]}
                value={unit}
                onChange={setUnit}
              />
            )}
            <Button
              icon="plus"
              keys={shortcuts.trainingNew.keys}
              disabled={!canWrite}
              onClick={() => runShortcut('trainingNew')}
            >
              Plan something else
            </Button>
          </>
        }
      />
      {!all || !actions ? (
        <div className={styles.waiting}>
          <Spinner />
        </div>
      ) : all.length === 0 && actions.length === 0 ? (
        <EmptyState
          title="Nobody asks twice"
          actions={
            <Button icon="inbox" keys={shortcuts.goTriage.keys} onClick={() => navigate(paths.triage)}>
              Triage
            </Button>
          }
        >
          Issues classed as training gap or question come here once the same is asked again, by component and
          unit. Class them in triage.
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <ClusterList clusters={clusters} chosen={cluster} onChoose={({ id }) => setWanted(id)} />
          <div className={styles.detail}>
            {cluster && <ClusterView cluster={cluster} actions={actions} canWrite={canWrite} />}
            <ActionList
              actions={actions}
              canWrite={canWrite}
              onEdit={({ action }) => setAsked({ action, form: actionForm(action) })}
              onShow={show}
            />
          </div>
        </div>
      )}
      {asked && <ActionDialog action={asked.action} form={asked.form} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function noteOf(clusters: readonly QuestionCluster[]): string {
  const asked = clusters.reduce((sum, { issues }) => sum + issues.length, 0)
  if (asked === 0) return 'Nothing is asked twice'
  return `${clusters.length} asked again and again, ${asked} times in all`
}

function unitOptions(clusters: readonly QuestionCluster[]): { value: string; label: string }[] {
  const units = new Set(clusters.flatMap(({ units }) => units.map(({ unit }) => unit)))
  return [...units]
    .filter((unit) => unit !== '')
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((unit) => ({ value: unit, label: unit }))
}
