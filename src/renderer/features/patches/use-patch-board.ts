import { type PatchBoard, patchBoard } from '@domain/patches/patch-board'
import { useCallback } from 'react'
import { useRows, useVersion } from '../../storage/queries'
import { useInTurns } from '../../view-state/use-in-turns'

/** Patches, what rides on them and what waits for one; undefined until the rows have been read once. */
export function usePatchBoard(): PatchBoard | undefined {
  const patches = useRows('patch')
  const retests = useRows('retest')
  const issues = useRows('issue')
  const version = useVersion('patch', 'retest', 'issue')
  return useInTurns(
    useCallback(() => {
      void version
      return patchBoard({ patches, retests, issues })
    }, [patches, retests, issues, version]),
  )
}
