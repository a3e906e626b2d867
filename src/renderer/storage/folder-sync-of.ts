import { FolderSync } from './folder-sync'
import type { EngagementSession } from './session'
import { syncFolderOf, syncWithFolder } from './sync-folder'
import type { Workspace } from './workspace'

const known = new WeakMap<EngagementSession, FolderSync>()

/** The schedule of an open engagement's sync folder; always the same one while that session is open. */
export function folderSyncOf(
  session: EngagementSession,
  workspace: Workspace,
  tellConflicts: (count: number) => void,
): FolderSync {
  const before = known.get(session)
  if (before) return before
  const made = new FolderSync({
    folder: () => syncFolderOf(session.id),
    round: (signal) => syncWithFolder(session, workspace, undefined, signal),
    onChange: (listener) => session.subscribe(listener),
    wait: (callback, ms) => {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
    tellConflicts,
  })
  known.set(session, made)
  return made
}
