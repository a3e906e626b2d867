import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { makeFirstBoard } from '../features/today/first-board'
import type { EngagementSession } from '../storage/session'
import type { Workspace } from '../storage/workspace'
import { setClock } from '../view-state/clock'
import { paths } from '../view-state/paths'
import { App } from './app'
import type { Started } from './start'

/** Longest that there may be nothing to see, in milliseconds: from then on an empty screen is better than none. */
const patience = 500

/** Draws the app into the page: once, with everything there, where that comes soon. */
export async function render(started: Promise<Started>): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  if (location.hash === '') history.replaceState(null, '', `#${paths.today}`)
  let all: Started | undefined
  const clocked = started.then((complete) => {
    setClock(complete.workspace.now)
    all = complete
    return complete
  })
  // What fails is told by the app, which waits for it, too.
  const opened = clocked.then((complete) => complete.opened).catch(() => undefined)
  await Promise.race([opened, over(AbortSignal.timeout(patience))])
  createRoot(root).render(<App started={all ?? clocked} />)
}

/** Works out what the first screen shows, where that is soon done. */
export async function makeReady({ settings }: Workspace, session: EngagementSession): Promise<void> {
  if (!location.hash.startsWith(`#${paths.today}`)) return
  const signal = AbortSignal.timeout(patience)
  // What fails here fails again where the screen works it out, and is told there.
  await Promise.race([
    over(signal),
    makeFirstBoard(session, settings.userName, signal).catch(() => undefined),
  ])
}

function over(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)))
}
