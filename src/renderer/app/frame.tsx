import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { useSession } from '../storage/queries'
import { Banner } from '../ui/banner'
import { paths } from '../view-state/paths'
import { forgetAwaited, useShortcut } from '../view-state/use-shortcuts'
import { ClockNotice } from './clock-notice'
import { ErrorScreen } from './error-screen'
import { FileDrop } from './file-drop'
import styles from './frame.module.css'
import { useMenuCommands } from './menu-commands'
import { useNotifications } from './notifications/use-notifications'
import { OnNow } from './on-now'
import { Rail } from './rail'
import { preloadNextScreen, type Screen, screens } from './screens'
import { useMentionsMe } from './use-mentions-me'
import { useSyncSchedule } from './use-sync-schedule'
import { useUndo } from './use-undo'

const EngagementsScreen = lazy(() => import('../features/engagements/screen'))
const loadPalette = () => import('./palette/palette')
const Palette = lazy(loadPalette)
const KeySheet = lazy(() => import('./key-sheet'))
const ExplainSheet = lazy(() => import('./explain-sheet'))
const ExportIssues = lazy(() => import('./export-issues'))
const NewIssueDialog = lazy(() => import('../features/issues/new-issue-dialog'))

type Overlay = 'palette' | 'keys' | 'explain' | 'export' | 'new-issue'

/** The window of an open engagement: the rail, and the screen that the location names. */
export function Frame() {
  const { access } = useSession()
  const [location, navigate] = useLocation()
  const [overlay, setOverlay] = useState<Overlay | undefined>(undefined)
  const closeOverlay = () => setOverlay(undefined)
  const { undo, redo } = useUndo()
  useMenuCommands()
  useMentionsMe()
  useNotifications()
  useSyncSchedule()
  useEffect(() => {
    // Whoever presses Ctrl-K types on at once; the letters must find a field.
    const waiting = requestIdleCallback(() => {
      void loadPalette()
      preloadNextScreen()
    })
    return () => cancelIdleCallback(waiting)
  }, [])
  // Whoever chose this engagement among all of them wants to see its day, not the others again.
  const isAmongAll = useRef(location.startsWith(paths.engagements))
  useEffect(() => {
    if (isAmongAll.current) navigate(paths.today, { replace: true })
    isAmongAll.current = false
  }, [navigate])
  useEffect(() => forgetAwaited(location), [location])
  useShortcut('palette', () => setOverlay('palette'))
  useShortcut('keys', () => setOverlay('keys'))
  useShortcut('explain', () => setOverlay('explain'))
  // The list of issues has its own, which opens what was written.
  const onIssues = location.split('/')[1] === 'issues'
  useShortcut('newIssue', () => setOverlay('new-issue'), access.kind === 'write' && !onIssues)
  useShortcut('exportIssues', () => setOverlay('export'))
  useShortcut('undo', () => void undo())
  useShortcut('redo', () => void redo())
  useShortcut('goEngagements', () => navigate(paths.engagements))

  return (
    <FileDrop>
      <div className={styles.frame}>
        {screens.map((screen) => (
          <GoTo key={screen.path} screen={screen} />
        ))}
        {location !== paths.wall && (
          <Rail
            onFind={() => setOverlay('palette')}
            onShowKeys={() => setOverlay('keys')}
            onExplain={() => setOverlay('explain')}
          />
        )}
        <main className={styles.screen}>
          {access.kind === 'read-only' && (
            <Banner tone="warning" flush>
              Read-only. {access.reason}
            </Banner>
          )}
          <ClockNotice />
          {/* A screen that failed must not stand in the way of the others. */}
          <ErrorScreen key={location.split('/')[1]}>
            <Suspense>
              <Switch>
                {screens.map(({ path, component: Component }) => (
                  <Route key={path} path={`${path}/*?`}>
                    <Component />
                  </Route>
                ))}
                <Route path={`${paths.engagements}/*?`}>
                  <EngagementsScreen />
                </Route>
                <Route>
                  <Redirect to={paths.today} replace />
                </Route>
              </Switch>
            </Suspense>
          </ErrorScreen>
          {location !== paths.wall && <OnNow />}
        </main>
      </div>
      <Suspense fallback={<ComingDialog />}>
        {overlay === 'palette' && <Palette onClose={closeOverlay} />}
        {overlay === 'keys' && <KeySheet onClose={closeOverlay} />}
        {overlay === 'explain' && <ExplainSheet onClose={closeOverlay} />}
        {overlay === 'export' && <ExportIssues onClose={closeOverlay} />}
        {overlay === 'new-issue' && <NewIssueDialog onClose={closeOverlay} onWritten={closeOverlay} />}
      </Suspense>
    </FileDrop>
  )
}

/** Stands where a dialog is still being fetched: what is typed meanwhile is meant for it, and is no command. */
function ComingDialog() {
  return <dialog open aria-busy="true" className={styles.coming} />
}

/** Listens to the keys that lead to a screen. */
function GoTo({ screen }: { readonly screen: Screen }) {
  const [, navigate] = useLocation()
  useShortcut(screen.shortcut, () => navigate(screen.path))
  return null
}
