import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { makeFirstBoard } from '../features/today/first-board'
import type { EngagementSession } from '../storage/session'
import type { Workspace } from '../storage/workspace'
import { setClock } from '../view-state/clock'
import { paths } from '../view-state/paths'
import { App } from './app'
import type { Started } from './start'

/** Longest that an engagement is kept back, in milliseconds: from then on an empty screen is better than none. */
const patience = 300

/** Draws the app into the page. */
export function render(started: Promise<Started>): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  if (location.hash === '') history.replaceState(null, '', `#${paths.today}`)
  const clocked = started.then((all) => {
    setClock(all.workspace.now)
    return all
  })
  createRoot(root).render(<App started={clocked} />)
}

/** Works out what the first screen shows, where that is soon done. */
export async function makeReady({ settings }: Workspace, session: EngagementSession): Promise<void> {
  if (!location.hash.startsWith(`#${paths.today}`)) return
  const signal = AbortSignal.timeout(patience)
  const isOver = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  // What fails here fails again where the screen works it out, and is told there.
  await Promise.race([isOver, makeFirstBoard(session, settings.userName, signal).catch(() => undefined)])
}
