import { type AttachmentRow, attachmentName } from '@domain/attachments/commands'
import type { KeyboardEvent } from 'react'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import styles from './attachments.module.css'
import { saveAttachment } from './save-attachment'
import { useContent } from './use-content'

export interface PictureDialogProps {
  readonly attachment: AttachmentRow
  /** All files of the issue: the arrows go through those that say they are pictures. */
  readonly among: readonly AttachmentRow[]
  readonly onShow: (key: string) => void
  readonly onClose: () => void
}

/** An attached picture as large as the window allows. */
export function PictureDialog({ attachment, among, onShow, onClose }: PictureDialogProps) {
  const content = useContent(attachment.values.sha256)
  const name = attachmentName(attachment)
  const pictures = among.filter(
    ({ key, values }) => key === attachment.key || values.mediaType?.startsWith('image/'),
  )
  const place = pictures.indexOf(attachment)

  function go(step: number) {
    const next = pictures[(place + step + pictures.length) % pictures.length]
    if (next && next !== attachment) onShow(next.key)
  }

  function onKeyDown({ key }: KeyboardEvent) {
    if (key === 'ArrowLeft') go(-1)
    if (key === 'ArrowRight') go(1)
  }

  return (
    <Dialog
      title={name}
      width="widest"
      onClose={onClose}
      onKeyDown={onKeyDown}
      actions={
        <>
          {pictures.length > 1 && (
            <span className={styles.steps}>
              <IconButton icon="arrow-left" label="Picture before" keys="ArrowLeft" onClick={() => go(-1)} />
              <span data-numeric>
                {place + 1} of {pictures.length}
              </span>
              <IconButton icon="arrow-right" label="Next picture" keys="ArrowRight" onClick={() => go(1)} />
            </span>
          )}
          {'blob' in content && (
            <Button icon="download" onClick={() => void saveAttachment(name, content.blob)}>
              Save
            </Button>
          )}
          <Button keys="Escape" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.stage}>
        {content.kind === 'picture' && (
          <img
            className={styles.picture}
            src={content.url}
            width={content.width}
            height={content.height}
            alt={name}
          />
        )}
        {content.kind === 'missing' && <p className={styles.quiet}>Not on this laptop yet</p>}
        {content.kind === 'file' && (
          <p className={styles.quiet}>This file is no picture that can be shown here. Save it to open it.</p>
        )}
      </div>
    </Dialog>
  )
}
