import { conflictingFields } from '@domain/merge/apply'
import { endedStatuses } from '@domain/model/issue'
import { calledKey } from '@domain/triage/list-columns'
import { AttachZone } from '../../../parts/attachments/attach-zone'
import { AttachmentList } from '../../../parts/attachments/attachment-list'
import { useRow, useSession } from '../../../storage/queries'
import { Button } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { IconButton } from '../../../ui/icon-button'
import { Tabs } from '../../../ui/tabs'
import { useComments } from '../../../view-state/use-comments'
import { AffectedUsers } from './affected-users'
import { Clocks } from './clocks'
import { Comments } from './comments'
import { Conflicts } from './conflicts'
import { Facts } from './facts'
import { History } from './history'
import { ImportedColumns } from './imported-columns'
import styles from './issue-detail.module.css'
import { Links } from './links'
import { MoreMenu } from './more-menu'
import { Publishing } from './publishing'
import { RegisteredFor } from './registered'
import { StatusControl } from './status-control'
import { Tags } from './tags'
import { Texts, Title } from './texts'
import { TriageFields } from './triage-fields'

export interface IssueDetailProps {
  readonly issueKey: string
  readonly onClose: () => void
  readonly onOpen: (key: string) => void
  /** Asks by one key who resolved it. */
  readonly onResolve: () => void
}

/** Everything about one issue, to read and to change in place. */
export default function IssueDetail({ issueKey, onClose, onOpen, onResolve }: IssueDetailProps) {
  const row = useRow('issue', issueKey)
  const comments = useComments(issueKey)
  const { access } = useSession()
  if (!row || row.values.removed) {
    return (
      <div className={styles.detail}>
        <EmptyState title="This issue has been removed" actions={<Button onClick={onClose}>Close</Button>}>
          Undo brings it back.
        </EmptyState>
      </div>
    )
  }
  const readOnly = access.kind !== 'write'
  const conflicts = conflictingFields(row)
  const isEnded = row.values.status !== undefined && endedStatuses.has(row.values.status)
  return (
    <AttachZone row={row} readOnly={readOnly} className={styles.detail}>
      <header className={styles.header}>
        <h2 className={styles.key} data-ended={isEnded || undefined}>
          {calledKey(row)}
        </h2>
        <MoreMenu row={row} readOnly={readOnly} onClose={onClose} />
        <IconButton icon="close" label="Close" keys="Escape" onClick={onClose} />
      </header>
      <div className={styles.body}>
        {conflicts.length > 0 && <Conflicts row={row} fields={conflicts} readOnly={readOnly} />}
        <Title row={row} readOnly={readOnly} />
        <StatusControl row={row} readOnly={readOnly} onOpen={onOpen} onResolve={onResolve} />
        <Clocks row={row} readOnly={readOnly} />
        <TriageFields row={row} readOnly={readOnly} />
        <Texts row={row} readOnly={readOnly} />
        <Publishing row={row} readOnly={readOnly} />
        <AttachmentList
          row={row}
          readOnly={readOnly}
          heading={(text) => <h3 className={styles.heading}>{text}</h3>}
        />
        <Tags row={row} readOnly={readOnly} />
        <AffectedUsers row={row} readOnly={readOnly} />
        <Links row={row} readOnly={readOnly} onOpen={onOpen} />
        <RegisteredFor row={row} readOnly={readOnly} />
        <Tabs
          label="What was said and done"
          tabs={[
            {
              id: 'comments',
              title: 'Comments',
              count: comments.length,
              content: <Comments row={row} comments={comments} readOnly={readOnly} />,
            },
            {
              id: 'facts',
              title: 'Source and times',
              content: (
                <div className={styles.section}>
                  <Facts row={row} readOnly={readOnly} />
                  <ImportedColumns row={row} />
                </div>
              ),
            },
            { id: 'history', title: 'History', content: <History row={row} /> },
          ]}
        />
      </div>
    </AttachZone>
  )
}
