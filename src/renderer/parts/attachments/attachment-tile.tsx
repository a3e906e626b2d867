import { type AttachmentRow, attachmentName } from '@domain/attachments/commands'
import { begunBy } from '@domain/merge/apply'
import type { IssueRow } from '@domain/triage/as-of'
import { calledKey } from '@domain/triage/list-columns'
import { formatSize } from '../../ui/format-size'
import { Icon } from '../../ui/icon'
import { IconButton } from '../../ui/icon-button'
import { attachedAt } from '../../view-state/use-attachments'
import { useShortInstantText } from '../../view-state/use-zone'
import styles from './attachments.module.css'
import { saveAttachment } from './save-attachment'
import { type Content, useContent } from './use-content'

export interface AttachmentTileProps {
  readonly attachment: AttachmentRow
  /** The duplicate that it stands on, where that is not the issue itself. */
  readonly issue: IssueRow | undefined
  readonly onOpen: () => void
  readonly onRemove: (() => void) | undefined
}

/** One file: a picture by its likeness, any other by what it is called. */
export function AttachmentTile({ attachment, issue, onOpen, onRemove }: AttachmentTileProps) {
  const instantText = useShortInstantText()
  const content = useContent(attachment.values.sha256)
  const name = attachmentName(attachment)
  const who = attachment.values.addedBy || begunBy(attachment)
  const blob = 'blob' in content ? content.blob : undefined
  return (
    <li className={styles.tile}>
      <Face name={name} content={content} onOpen={onOpen} />
      <span className={styles.name} data-tooltip={name}>
        {name}
      </span>
      <div className={styles.about}>
        <span className={styles.quiet}>
          {formatSize(attachment.values.size ?? 0)}, {who}, {instantText(attachedAt(attachment))}
          {issue && `, on ${calledKey(issue)}`}
        </span>
        <span className={styles.buttons}>
          {blob && (
            <IconButton
              icon="download"
              label={`Save ${name}`}
              onClick={() => void saveAttachment(name, blob)}
            />
          )}
          {onRemove && <IconButton icon="trash" label={`Take off ${name}`} onClick={onRemove} />}
        </span>
      </div>
    </li>
  )
}

interface FaceProps {
  readonly name: string
  readonly content: Content
  readonly onOpen: () => void
}

function Face({ name, content, onOpen }: FaceProps) {
  switch (content.kind) {
    case 'reading':
      return <div className={styles.face} />
    case 'missing':
      return <div className={styles.face}>Not on this laptop yet</div>
    case 'picture':
      return (
        <button type="button" className={styles.face} aria-label={`Show ${name}`} onClick={onOpen}>
          <img className={styles.likeness} src={content.url} alt="" loading="lazy" decoding="async" />
        </button>
      )
    case 'file':
      return (
        <button
          type="button"
          className={styles.face}
          aria-label={`Save ${name}, it opens in another program`}
          onClick={() => void saveAttachment(name, content.blob)}
        >
          <Icon name="file" />
          <span>{endingOf(name)}</span>
        </button>
      )
  }
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 && name.length - dot <= 8 ? name.slice(dot + 1).toUpperCase() : 'File'
}
