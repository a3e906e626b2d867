import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { setClock } from '../view-state/clock'
import { App } from './app'
import type { Started } from './start'

/** Draws the app into the page. */
export function render(started: Promise<Started>): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  const clocked = started.then((all) => {
    setClock(all.workspace.now)
    return all
  })
  createRoot(root).render(<App started={clocked} />)
}
