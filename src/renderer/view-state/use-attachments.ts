import type { AttachmentRow } from '@domain/attachments/commands'
import { begunAt } from '@domain/merge/apply'
import { issuesTold } from '@domain/triage/duplicates'
import { useMemo } from 'react'
import { useRow, useSession, useVersion } from '../storage/queries'

export const attachedAt = (attachment: AttachmentRow) => attachment.values.addedAt ?? begunAt(attachment)

/** Files that tell of an issue, those on its duplicates among them, in the order in which they came. */
export function useAttachments(issueKey: string): readonly AttachmentRow[] {
  const { replica } = useSession()
  const row = useRow('issue', issueKey)
  const version = useVersion('attachment')
  const told = row ? issuesTold(row, (key) => replica.rows('issue').get(key)) : new Set<string>()
  // The same keys again need no other look at all attachments.
  const keys = [...told].join('\n')
  return useMemo(() => {
    void version
    const issues = new Set(keys.split('\n'))
    return [...replica.rows('attachment').values()]
      .filter(({ values }) => values.issue != null && issues.has(values.issue) && !values.removed)
      .sort((left, right) => attachedAt(left) - attachedAt(right) || (left.key < right.key ? -1 : 1))
  }, [replica, version, keys])
}
