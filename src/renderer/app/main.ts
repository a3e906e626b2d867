import { readAhead } from '../storage/read-ahead'
import type { EngagementSession } from '../storage/session'
import type { Workspace } from '../storage/workspace'

begin()

/** Reading begins before the scripts are ready that know what to do with it, and what draws waits for neither. */
function begin(): void {
  const reading = readAhead()
  const drawing = import('./render')
  const started = import('./start').then(({ start }) => start(reading, makeReady))
  void drawing.then(({ render }) => render(started))
}

/** Outlives the start, so it must not see what was read there. */
async function makeReady(workspace: Workspace, session: EngagementSession): Promise<void> {
  const drawing = await import('./render')
  await drawing.makeReady(workspace, session)
}
