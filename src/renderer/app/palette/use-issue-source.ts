import { useMemo } from 'react'
import { useIssueView } from '../../features/issues/use-issue-view'
import { useSession } from '../../storage/queries'
import { findIssues } from '../../view-state/find-issues'
import type { PaletteSource } from '../../view-state/palette'
import { paths } from '../../view-state/paths'

const most = 8

/** Issues by whatever the list finds them by, newest first; the list is where to search in earnest. */
export function useIssueSource(navigate: (path: string) => void): PaletteSource {
  const session = useSession()
  const { version } = useIssueView()
  return useMemo(() => {
    void version
    return {
      group: 'Issues',
      find: (query) =>
        findIssues(session, query, most).map(({ key, called, title }) => ({
          id: key,
          title: title || 'Untitled',
          called,
          icon: 'issues',
          run: () => navigate(paths.issue(key)),
        })),
    }
  }, [session, version, navigate])
}
