import { useMemo } from 'react'
import { useSession } from '../../storage/queries'
import { issueListOf } from '../../view-state/issue-list'
import type { PaletteSource } from '../../view-state/palette'
import { paths } from '../../view-state/paths'
import { useListViews, useViewCounts } from '../../view-state/use-list-views'
import { matches } from './match'

const numbers = new Intl.NumberFormat('en-GB')

/** Views of the list of issues, with how many each shows. */
export function useViewSource(navigate: (path: string) => void): PaletteSource {
  const { id } = useSession()
  const views = useListViews()
  const counts = useViewCounts(views)
  return useMemo(
    () => ({
      group: 'Views',
      find: (query) =>
        views
          .filter(({ name, unavailable }) => unavailable === undefined && matches(query, name))
          .map((view) => {
            const count = counts?.get(view.id)
            return {
              id: view.id,
              title: view.name,
              icon: 'flag',
              ...(count !== undefined && { note: numbers.format(count) }),
              run() {
                issueListOf(id).getState().showView(view)
                navigate(paths.issues)
              },
            }
          }),
    }),
    [id, views, counts, navigate],
  )
}
