import { useState } from 'react'
import ExportDialog from '../features/exports/export-dialog'
import { pickedIssueKeys, shownIssueKeys } from '../features/issues/find-issues'
import { issueViewOf } from '../features/issues/issue-view'
import { useSession } from '../storage/queries'

/** The export of issues, with the list as it stands when it is asked for. */
export default function ExportIssues({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const [shown] = useState(() => shownIssueKeys(session))
  const [picked] = useState(() => pickedIssueKeys(session))
  return (
    <ExportDialog picked={picked} shown={shown} total={issueViewOf(session).finder.total} onClose={onClose} />
  )
}
