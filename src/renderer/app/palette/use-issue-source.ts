import { useMemo } from 'react'
import { useRows } from '../../storage/queries'
import type { PaletteItem, PaletteSource } from '../../view-state/palette'
import { paths } from '../../view-state/paths'
import { matches } from './match'

const most = 8

/** Issues by key or title. Stops at the first few; the issue list is where to search in earnest. */
export function useIssueSource(navigate: (path: string) => void): PaletteSource {
  const issues = useRows('issue')
  return useMemo(
    () => ({
      group: 'Issues',
      find(query) {
        const found: PaletteItem[] = []
        if (query === '') return found
        for (const { key, values } of issues.values()) {
          if (values.removed || !matches(query, `${values.shortKey ?? ''} ${values.title ?? ''}`)) continue
          found.push({
            id: key,
            title: values.title ?? 'Untitled',
            note: values.shortKey ?? '',
            icon: 'issues',
            run: () => navigate(paths.issue(key)),
          })
          if (found.length === most) break
        }
        return found
      },
    }),
    [issues, navigate],
  )
}
