import { begunAt } from '@domain/merge/apply'
import type { Row } from '@domain/merge/row'
import type { Comment } from '@domain/model/entities'
import { issuesTold } from '@domain/triage/duplicates'
import { useMemo } from 'react'
import { useRow, useSession, useVersion } from '../storage/queries'

export const writtenAt = (comment: Row<Comment>) => comment.values.writtenAt ?? begunAt(comment)

/** Comments that tell of an issue, those on its duplicates among them, latest first. */
export function useComments(issueKey: string): readonly Row<Comment>[] {
  const { replica } = useSession()
  const row = useRow('issue', issueKey)
  const version = useVersion('comment')
  const told = row ? issuesTold(row, (key) => replica.rows('issue').get(key)) : new Set<string>()
  // The same keys again need no other look at all comments.
  const keys = [...told].join('\n')
  return useMemo(() => {
    void version
    const issues = new Set(keys.split('\n'))
    return [...replica.rows('comment').values()]
      .filter(({ values }) => values.issue != null && issues.has(values.issue) && !values.removed)
      .sort((left, right) => writtenAt(right) - writtenAt(left))
  }, [replica, version, keys])
}
