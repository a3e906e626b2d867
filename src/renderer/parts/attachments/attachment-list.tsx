import { type AttachmentRow, removeAttachment } from '@domain/attachments/commands'
import type { IssueRow } from '@domain/triage/as-of'
import { type ReactNode, useRef, useState } from 'react'
import { useSession } from '../../storage/queries'
import { Button } from '../../ui/button'
import { shortcuts } from '../../view-state/shortcuts'
import { useAct } from '../../view-state/use-act'
import { useAttachments } from '../../view-state/use-attachments'
import { useShortcut } from '../../view-state/use-shortcuts'
import { AttachmentTile } from './attachment-tile'
import styles from './attachments.module.css'
import { PictureDialog } from './picture-dialog'
import { useAttach } from './use-attach'

export interface AttachmentListProps {
  readonly row: IssueRow
  readonly readOnly: boolean
  /** Drawn in the style of what stands around it. */
  readonly heading: (text: string) => ReactNode
}

/** As many as are looked through; the others are still exported and backed up. */
const mostShown = 60

/** The files that tell of an issue, and the ways to put more there. */
export function AttachmentList({ row, readOnly, heading }: AttachmentListProps) {
  const attachments = useAttachments(row.key)
  const act = useAct()
  const { replica } = useSession()
  const { attach, isAttaching } = useAttach(row)
  const [shown, setShown] = useState<string | undefined>(undefined)
  const input = useRef<HTMLInputElement>(null)
  const choose = () => input.current?.click()
  useShortcut('attachFile', choose, !readOnly)
  if (readOnly && attachments.length === 0) return null

  const issueOf = ({ values }: AttachmentRow) => replica.rows('issue').get(values.issue ?? '')
  const open = attachments.find(({ key }) => key === shown)
  return (
    <section className={styles.section} aria-label="Attachments">
      {heading(attachments.length === 0 ? 'Attachments' : `Attachments (${attachments.length})`)}
      {attachments.length > 0 && (
        <ul className={styles.tiles}>
          {attachments.slice(0, mostShown).map((attachment) => {
            const issue = issueOf(attachment)
            return (
              <AttachmentTile
                key={attachment.key}
                attachment={attachment}
                issue={attachment.values.issue === row.key ? undefined : issue}
                onOpen={() => setShown(attachment.key)}
                onRemove={
                  readOnly || !issue ? undefined : () => void act(removeAttachment(issue, attachment))
                }
              />
            )
          })}
        </ul>
      )}
      {attachments.length > mostShown && (
        <p className={styles.quiet}>and {attachments.length - mostShown} more</p>
      )}
      {!readOnly && (
        <div className={styles.add}>
          <Button
            tone="quiet"
            icon="attach"
            keys={shortcuts.attachFile.keys}
            pending={isAttaching}
            onClick={choose}
          >
            Attach a file
          </Button>
          <span className={styles.quiet}>or drop it here, or paste a screenshot</span>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label="File to attach"
            onChange={({ currentTarget }) => {
              void attach([...(currentTarget.files ?? [])])
              // The same file may be chosen again, after an undo say.
              currentTarget.value = ''
            }}
          />
        </div>
      )}
      {open && (
        <PictureDialog
          key={open.key}
          attachment={open}
          among={attachments}
          onShow={setShown}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  )
}
