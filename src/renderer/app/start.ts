import { openWorkspace, type Workspace } from '../storage/workspace'
import { Desk } from './desk'

export interface Started {
  readonly workspace: Workspace
  readonly desk: Desk
}

/** Opens the profile and begins to open what was open last. Knows nothing of how it is shown. */
export async function start(): Promise<Started> {
  const workspace = await openWorkspace()
  const desk = new Desk(workspace, (text) => {
    void import('../ui/toast').then(({ toast }) => toast({ text, tone: 'danger' }))
  })
  desk.openLast()
  return { workspace, desk }
}
