import { type DragEvent, type ReactNode, useState } from 'react'
import { Icon } from '../ui/icon'
import { useOffer } from './arriving-files'
import styles from './frame.module.css'

const carriesFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** A file dropped anywhere goes to the screen that takes its kind. */
export function FileDrop({ children }: { readonly children: ReactNode }) {
  // Entering a child comes before leaving its parent, so depth tells whether the pointer is still inside.
  const [depth, setDepth] = useState(0)
  const offer = useOffer()

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the import screen has a button
    <div
      onDragEnter={(event) => carriesFile(event) && setDepth(depth + 1)}
      onDragLeave={(event) => carriesFile(event) && setDepth(depth - 1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        setDepth(0)
        const file = event.dataTransfer.files.item(0)
        if (file) offer(file)
      }}
    >
      {children}
      {depth > 0 && (
        <div className={styles.drop}>
          <p className={styles.dropWords}>
            <Icon name="import" /> Drop the file to take it in
          </p>
        </div>
      )}
    </div>
  )
}
