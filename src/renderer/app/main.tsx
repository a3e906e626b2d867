import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { openWorkspace } from '../storage/workspace'
import { setClock } from '../view-state/clock'
import { App } from './app'
import { Desk } from './desk'
import { preloadFirstScreen } from './screens'

async function start() {
  const workspace = await openWorkspace()
  setClock(workspace.now)
  const desk = new Desk(workspace)
  desk.openLast()
  return { workspace, desk }
}

// The first screen's code is read while the engagement is.
preloadFirstScreen()
const started = start()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App started={started} />)
