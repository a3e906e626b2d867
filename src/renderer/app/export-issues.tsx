import { useState } from 'react'
import ExportDialog from '../features/exports/export-dialog'
import { useSession } from '../storage/queries'
import { pickedIssueKeys, shownIssueKeys } from '../view-state/find-issues'
import { issueViewOf } from '../view-state/issue-view'

/** The export of issues, with the list as it stands when it is asked for. */
export default function ExportIssues({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const [shown] = useState(() => shownIssueKeys(session))
  const [picked] = useState(() => pickedIssueKeys(session))
  return (
    <ExportDialog picked={picked} shown={shown} total={issueViewOf(session).finder.total} onClose={onClose} />
  )
}
