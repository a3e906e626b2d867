import type { BackupEntry } from '@contract/ipc'
import { useCallback, useEffect, useState } from 'react'
import { useWorkspace } from '../storage/queries'

export interface Backups {
  /** Latest first; undefined while the folder is being read. */
  readonly list: readonly BackupEntry[] | undefined
  /** Reads the folder again. */
  readonly refresh: () => void
}

export function useBackups(): Backups {
  const workspace = useWorkspace()
  const [list, setList] = useState<readonly BackupEntry[] | undefined>(undefined)
  const refresh = useCallback(() => {
    void workspace.backups().then((found) => setList(found.toSorted((a, b) => b.writtenAt - a.writtenAt)))
  }, [workspace])
  useEffect(refresh, [refresh])
  return { list, refresh }
}
