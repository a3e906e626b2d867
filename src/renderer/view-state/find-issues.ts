import { everyIssue } from '@domain/triage/issue-query'
import { calledKey } from '@domain/triage/list-columns'
import { useSyncExternalStore } from 'react'
import { useSession } from '../storage/queries'
import type { EngagementSession } from '../storage/session'
import { issueListOf } from './issue-list'
import { issueViewOf } from './issue-view'

/** Keys of the issues that the list shows, in its order. */
export function shownIssueKeys(session: EngagementSession): string[] {
  const { finder } = issueViewOf(session)
  const { query, grouping } = issueListOf(session.id).getState()
  const found = finder.find(query)
  const inOrder = grouping === null ? undefined : finder.groups(found, grouping)?.positions
  const keys: string[] = []
  for (const position of inOrder ?? found) {
    const row = finder.positions.rows[position]
    if (row) keys.push(row.key)
  }
  return keys
}

/** Ids of the columns that the list shows, in its order; what it is grouped by first, where that is no column of its own. */
export function shownColumns(session: EngagementSession): string[] {
  const { columns, grouping } = issueListOf(session.id).getState()
  return grouping === null || columns.includes(grouping) ? [...columns] : [grouping, ...columns]
}

/** Keys of the issues picked out, in the order of the list, also those that it does not show now. */
export function pickedIssueKeys(session: EngagementSession): string[] {
  const { finder } = issueViewOf(session)
  const { picked, query } = issueListOf(session.id).getState()
  if (picked.size === 0) return []
  const keys = Array.from(
    finder.find({ ...everyIssue, sorting: query.sorting }),
    (position) => finder.positions.rows[position]?.key ?? '',
  )
  return keys.filter((key) => picked.has(key))
}

export interface FoundIssue {
  readonly key: string
  /** What people call it: `TES-25`. */
  readonly called: string
  readonly title: string
}

/** Issues that a text means; one whose key is just what was typed comes before all others. */
export function findIssues(session: EngagementSession, text: string, limit: number): FoundIssue[] {
  const { finder } = issueViewOf(session)
  return finder.meant(text, limit).flatMap((position) => {
    const row = finder.positions.rows[position]
    return row ? { key: row.key, called: calledKey(row), title: row.values.title ?? '' } : []
  })
}

/** Said where nothing is found because nobody can find anything but whole keys yet. */
export const stillReading = 'The words of all issues are still being read. A whole key is found already.'

/** Whether issues are found by their words; until those have been read only whole keys find any. */
export function useSearchIsReady(): boolean {
  const view = issueViewOf(useSession())
  return useSyncExternalStore(view.subscribe, () => view.searchIsReady)
}
