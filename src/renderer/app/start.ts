import { prepare } from '../storage/load'
import type { ReadAhead } from '../storage/read-ahead'
import type { EngagementSession } from '../storage/session'
import { openWorkspace, type Workspace } from '../storage/workspace'
import { Desk } from './desk'

export interface Started {
  readonly workspace: Workspace
  readonly desk: Desk
  /** Resolves when what was open last is open again, or cannot be, or there is nothing. */
  readonly opened: Promise<void>
}

/**
 * Opens the profile and begins to open what was open last. Knows nothing of how it is shown.
 * @param makeReady what is worth waiting for before an engagement is shown
 */
export async function start(
  reading: Promise<ReadAhead | undefined>,
  makeReady: (workspace: Workspace, session: EngagementSession) => Promise<void>,
): Promise<Started> {
  const preparing = prepare(reading)
  const workspace = await openWorkspace()
  const tell = (text: string) => {
    void import('../ui/toast').then(({ toast }) => toast({ text, tone: 'danger' }))
  }
  const desk = new Desk(workspace, tell, (session) => makeReady(workspace, session))
  return { workspace, desk, opened: desk.openLast(preparing) }
}
