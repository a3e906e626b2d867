import { numberText } from '@domain/reporting/number-text'
import { useSyncExternalStore } from 'react'
import type { FolderState, FolderSync } from '../storage/folder-sync'
import { folderSyncOf } from '../storage/folder-sync-of'
import { useSession, useWorkspace } from '../storage/queries'
import { toast } from '../ui/toast'

function tellConflicts(count: number): void {
  const fields = count === 1 ? '1 field has' : `${numberText(count)} fields have`
  toast({
    text: `From the sync folder: ${fields} been changed on two laptops. Both values are kept, to be reviewed.`,
  })
}

/** The open engagement's sync folder, and where it stands. */
export function useFolderSync(): { readonly sync: FolderSync; readonly state: FolderState } {
  const sync = folderSyncOf(useSession(), useWorkspace(), tellConflicts)
  return { sync, state: useSyncExternalStore(sync.subscribe, () => sync.state) }
}
