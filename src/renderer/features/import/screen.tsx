import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { useSession, useWorkspace } from '../../storage/queries'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { ProgressBar } from '../../ui/progress-bar'
import { paths } from '../../view-state/paths'
import { usePendingBundle } from '../../view-state/pending-bundle'
import { usePendingImport } from '../../view-state/pending-import'
import type { Progress } from '../../workers/rpc'
import { Choosing } from './choosing'
import { type ImportFlow, importFlowOf } from './import-flow'
import { Review } from './review'
import styles from './screen.module.css'
import { Stored } from './stored'

/** From a file of the tracker to issues: what it holds, what it would change, and only then the change. */
export default function ImportScreen() {
  const session = useSession()
  const workspace = useWorkspace()
  const flow = importFlowOf(session, workspace)
  const stage = useSyncExternalStore(flow.subscribe, () => flow.stage)
  useWayOfBundles()
  useArrivals(flow, session.access.kind === 'write' && stage.kind !== 'storing')

  if (session.access.kind === 'read-only') {
    return (
      <>
        <PageHeader title="Import" />
        <EmptyState title="Nothing can be imported here">{session.access.reason}</EmptyState>
      </>
    )
  }
  switch (stage.kind) {
    case 'choosing':
      return <Choosing flow={flow} problem={stage.problem} />
    case 'reading':
      return <Working title={stage.name} progress={stage.progress} onCancel={flow.stop} />
    case 'reviewing':
      return <Review flow={flow} stage={stage} />
    case 'storing':
      return <Working title={stage.file.name} progress={stage.progress} onCancel={flow.stop} />
    case 'stored':
      return <Stored flow={flow} stage={stage} />
  }
}

/** Takes files that were dropped on the window or handed over by the system, and opens the dialog for the menu. */
function useArrivals(flow: ImportFlow, ready: boolean): void {
  const pending = usePendingImport((state) => state.file)
  const asked = usePendingImport((state) => state.asked)
  const { take, answer } = usePendingImport((state) => state)
  useEffect(() => {
    if (!ready || !pending) return
    const file = take()
    if (file) void flow.take(file)
  }, [flow, ready, pending, take])
  useEffect(() => {
    if (!ready || !asked) return
    answer()
    void flow.choose()
  }, [flow, ready, asked, answer])
}

/** Whoever chooses a bundle here meant it all the same: it goes on where bundles are taken in. */
function useWayOfBundles(): void {
  const bundle = usePendingBundle((state) => state.file)
  const [, navigate] = useLocation()
  useEffect(() => {
    if (bundle) navigate(paths.exchange)
  }, [bundle, navigate])
}

function Working(props: {
  readonly title: string
  readonly progress: Progress
  readonly onCancel: () => void
}) {
  const { step, done, total } = props.progress
  return (
    <>
      <PageHeader title="Import" note={props.title} />
      <div className={styles.working}>
        <ProgressBar label={step} done={done} total={total || undefined} onCancel={props.onCancel} />
      </div>
    </>
  )
}
