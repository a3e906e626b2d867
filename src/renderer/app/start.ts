import { prepare } from '../storage/load'
import type { ReadAhead } from '../storage/read-ahead'
import { openWorkspace, type Workspace } from '../storage/workspace'
import { Desk } from './desk'

export interface Started {
  readonly workspace: Workspace
  readonly desk: Desk
}

/** Opens the profile and begins to open what was open last. Knows nothing of how it is shown. */
export async function start(reading: Promise<ReadAhead | undefined>): Promise<Started> {
  const preparing = prepare(reading)
  const workspace = await openWorkspace()
  const desk = new Desk(workspace, (text) => {
    void import('../ui/toast').then(({ toast }) => toast({ text, tone: 'danger' }))
  })
  desk.openLast(preparing)
  return { workspace, desk }
}
