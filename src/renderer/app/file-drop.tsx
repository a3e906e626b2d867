import { type DragEvent, type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { Icon } from '../ui/icon'
import { paths } from '../view-state/paths'
import { usePendingImport } from '../view-state/pending-import'
import styles from './frame.module.css'

const carriesFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** A file dropped anywhere goes to the import screen. */
export function FileDrop({ children }: { readonly children: ReactNode }) {
  // Entering a child comes before leaving its parent, so depth tells whether the pointer is still inside.
  const [depth, setDepth] = useState(0)
  const [, navigate] = useLocation()
  const offer = usePendingImport((state) => state.offer)

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
        if (!file) return
        offer(file)
        navigate(paths.import)
      }}
    >
      {children}
      {depth > 0 && (
        <div className={styles.drop}>
          <p className={styles.dropWords}>
            <Icon name="import" /> Drop the file to import it
          </p>
        </div>
      )}
    </div>
  )
}
