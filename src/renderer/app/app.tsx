import { lazy, Suspense, use, useEffect, useSyncExternalStore } from 'react'
import { Router, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { SessionContext, useWorkspace, WorkspaceContext } from '../storage/queries'
import { ProgressBar } from '../ui/progress-bar'
import { Spinner } from '../ui/spinner'
import { dismissLatestToast, ToastRegion, useToasts } from '../ui/toast'
import { TooltipRegion } from '../ui/tooltip-region'
import { EngagementDoorContext } from '../view-state/engagement-door'
import { paths } from '../view-state/paths'
import { useShortcut } from '../view-state/use-shortcuts'
import { applyAppearance, otherDensity, otherTheme } from './appearance'
import { useArrivingFiles } from './arriving-files'
import type { Desk } from './desk'
import { ErrorScreen } from './error-screen'
import { FileDrop } from './file-drop'
import { Frame } from './frame'
import styles from './frame.module.css'
import { useShortcutKeys } from './shortcut-keys'
import type { Started } from './start'

const StartScreen = lazy(() => import('../features/engagements/start-screen'))
const JoinScreen = lazy(() => import('../features/exchange/join-screen'))
const UnopenedScreen = lazy(() => import('../features/engagements/unopened-screen'))

interface AppProps {
  /** A promise only where it takes long: React puts off showing what it once had to wait for. */
  readonly started: Started | Promise<Started>
}

/** Everything around the screens. */
export function App({ started }: AppProps) {
  useShortcutKeys()
  return (
    <Router hook={useHashLocation}>
      <ErrorScreen>
        <Suspense>
          <WhenStarted started={started} />
        </Suspense>
      </ErrorScreen>
      <Messages />
      <TooltipRegion />
    </Router>
  )
}

/** What has happened; Escape closes the latest where nothing else has a use for it. */
function Messages() {
  useShortcut('closeMessage', dismissLatestToast, useToasts().length > 0)
  return <ToastRegion />
}

function WhenStarted({ started }: AppProps) {
  const { workspace, desk } = started instanceof Promise ? use(started) : started
  return (
    <WorkspaceContext value={workspace}>
      <EngagementDoorContext value={desk}>
        <Appearance />
        <OnTheDesk desk={desk} />
      </EngagementDoorContext>
    </WorkspaceContext>
  )
}

function Appearance() {
  const workspace = useWorkspace()
  const { theme, density } = workspace.settings
  useEffect(() => applyAppearance(theme, density), [theme, density])
  useShortcut('theme', () => void workspace.saveSettings({ theme: otherTheme(theme) }))
  useShortcut('density', () => void workspace.saveSettings({ density: otherDensity(density) }))
  return null
}

function OnTheDesk({ desk }: { readonly desk: Desk }) {
  const { engagements } = useWorkspace()
  const place = useSyncExternalStore(desk.subscribe, () => desk.place)
  const [location] = useLocation()
  useArrivingFiles()
  switch (place.kind) {
    case 'start':
      return (
        <FileDrop>
          {location === paths.exchange ? (
            <JoinScreen setback={place.setback} />
          ) : (
            <StartScreen setback={place.setback} />
          )}
        </FileDrop>
      )
    case 'opening':
      return (
        <main className={styles.alone} aria-busy="true">
          <p className={styles.opening}>
            <Spinner /> Opening {engagements.find(({ id }) => id === place.id)?.name ?? 'the engagement'}
          </p>
        </main>
      )
    case 'working':
      return (
        <main className={styles.alone}>
          <div className={styles.work}>
            <h1 className={styles.workTitle}>{place.title}</h1>
            <ProgressBar
              label={place.progress.step}
              done={place.progress.done}
              total={place.progress.total || undefined}
              onCancel={desk.cancel}
            />
          </div>
        </main>
      )
    case 'failed':
      return <UnopenedScreen id={place.id} problem={place.problem} setback={place.setback} />
    case 'open':
      return (
        <SessionContext value={place.session}>
          <Frame key={place.id} />
        </SessionContext>
      )
  }
}
