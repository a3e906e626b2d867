import type { EngagementSession } from '../../storage/session'
import { issueListOf } from '../../view-state/issue-list'

/** Has the list of issues show what an import created or changed, and nothing else. */
export function listIssuesOf(session: EngagementSession, importId: string): void {
  const run = session.replica.rows('importRun').get(importId)?.values
  issueListOf(session.id)
    .getState()
    .showOnly({
      title: `From import of ${run?.file ?? 'a file'}`,
      ...(run?.importedAt != null && { at: run.importedAt }),
      keys: (open) => open.issuesOfImport(importId),
    })
}
