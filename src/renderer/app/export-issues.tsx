import { useState } from 'react'
import ExportDialog from '../features/exports/export-dialog'
import { useSession } from '../storage/queries'
import { pickedIssueKeys, shownColumns, shownIssueKeys } from '../view-state/find-issues'
import { issueViewOf } from '../view-state/issue-view'

/** The export of issues, with the list as it stands when it is asked for. */
export default function ExportIssues({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const [shown] = useState(() => shownIssueKeys(session))
  const [picked] = useState(() => pickedIssueKeys(session))
  const [columns] = useState(() => shownColumns(session))
  return (
    <ExportDialog
      picked={picked}
      shown={shown}
      columns={columns}
      total={issueViewOf(session).finder.total}
      onClose={onClose}
    />
  )
}
