import { wallTime } from '@domain/time/wall'
import type { IssueRow } from '@domain/triage/as-of'
import { calledKey } from '@domain/triage/list-columns'
import { type DragEvent, type ReactNode, useEffect, useState } from 'react'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { now } from '../../view-state/clock'
import { useZone } from '../../view-state/use-zone'
import styles from './attachments.module.css'
import { useAttach } from './use-attach'

export interface AttachZoneProps {
  readonly row: IssueRow
  readonly readOnly: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

const carriesFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')
const fields = 'input, textarea, [contenteditable=true]'

/** An issue that takes files: dropped anywhere on it, or pasted while it is on the screen. */
export function AttachZone({ row, readOnly, className, children }: AttachZoneProps) {
  const { attach } = useAttach(row)
  const zone = useZone()
  // Entering a child comes before leaving its parent, so depth tells whether the pointer is still inside.
  const [depth, setDepth] = useState(0)

  useEffect(() => {
    if (readOnly) return
    const onPaste = (event: ClipboardEvent) => {
      const files = pastedFiles(event)
      if (files.length === 0) return
      event.preventDefault()
      const time = wallTime(now(), zone).replace('T', ' ').replaceAll(':', '.')
      void attach(files.map((file) => calledByTime(file, time)))
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [attach, readOnly, zone])

  // The window around takes files for imports; those over the issue are not for it.
  const taking = (then: (event: DragEvent) => void) => (event: DragEvent) => {
    if (readOnly || !carriesFile(event)) return
    event.preventDefault()
    event.stopPropagation()
    then(event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; there is a button too
    <div
      className={classNames(styles.zone, className)}
      onDragEnter={taking(() => setDepth(depth + 1))}
      onDragLeave={taking(() => setDepth(Math.max(0, depth - 1)))}
      onDragOver={taking(() => undefined)}
      onDrop={taking((event) => {
        setDepth(0)
        void attach([...event.dataTransfer.files])
      })}
    >
      {children}
      {depth > 0 && (
        <div className={styles.over}>
          <p className={styles.overWords}>
            <Icon name="attach" /> Drop to attach to {calledKey(row)}
          </p>
        </div>
      )}
    </div>
  )
}

/** The files on the clipboard that are meant for the issue. */
function pastedFiles({ clipboardData, defaultPrevented, target }: ClipboardEvent): readonly File[] {
  if (!clipboardData || defaultPrevented || document.querySelector('dialog[open]')) return []
  // Word processors put a picture beside what they copy; in a field the text is meant.
  const isTyping = target instanceof Element && target.closest(fields) !== null
  if (isTyping && clipboardData.types.includes('text/plain')) return []
  return [...clipboardData.files]
}

/** What comes without a file is called the same each time: the time tells one from the other. */
function calledByTime(file: File, time: string): File {
  const generic = /^image\.(\w+)$/.exec(file.name)
  return generic ? new File([file], `Screenshot ${time}.${generic[1]}`, { type: file.type }) : file
}
