import { patchName, patchStateWords, stateOf } from '@domain/patches/patch-state'
import { useMemo } from 'react'
import { useRows } from '../../storage/queries'
import type { PaletteSource } from '../../view-state/palette'
import { paths } from '../../view-state/paths'
import { matches } from './match'

/** Patches by their names. */
export function usePatchSource(navigate: (path: string) => void): PaletteSource {
  const patches = useRows('patch')
  return useMemo(
    () => ({
      group: 'Patches',
      find(query) {
        if (query === '') return []
        return [...patches.values()]
          .filter((patch) => !patch.values.removed && matches(query, patchName(patch)))
          .map((patch) => ({
            id: patch.key,
            title: patchName(patch),
            note: patchStateWords[stateOf(patch)],
            icon: 'patch',
            run: () => navigate(paths.patch(patch.key)),
          }))
      },
    }),
    [patches, navigate],
  )
}
