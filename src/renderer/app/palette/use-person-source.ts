import { useMemo } from 'react'
import { useRows, useSession } from '../../storage/queries'
import { issueListOf } from '../../view-state/issue-list'
import type { PaletteSource } from '../../view-state/palette'
import { paths } from '../../view-state/paths'
import { matches } from './match'

/** People; choosing one shows the issues that they own. */
export function usePersonSource(navigate: (path: string) => void): PaletteSource {
  const { id } = useSession()
  const people = useRows('person')
  return useMemo(
    () => ({
      group: 'Issues owned by',
      find(query) {
        if (query === '') return []
        return [...people.values()]
          .filter(({ values }) => !values.removed && matches(query, values.name ?? ''))
          .map(({ key, values }) => ({
            id: key,
            title: values.name ?? key,
            icon: 'person',
            run() {
              const list = issueListOf(id).getState()
              list.clearFilters()
              list.filter('owner', { column: 'owner', kind: 'any-of', values: [key] })
              navigate(paths.issues)
            },
          }))
      },
    }),
    [id, people, navigate],
  )
}
