import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useWorkspace } from '../../storage/queries'
import { rowHeights } from '../../ui/rows'
import styles from './patches.module.css'

export interface PreviewLine {
  readonly called: string
  readonly title: string
  readonly told: string
}

export interface PreviewLinesProps {
  readonly label: string
  readonly count: number
  readonly lineAt: (index: number) => PreviewLine | undefined
}

/** What would happen, issue by issue; only what is in sight is drawn. */
export function PreviewLines({ label, count, lineAt }: PreviewLinesProps) {
  const pane = useRef<HTMLElement>(null)
  const rowHeight = rowHeights[useWorkspace().settings.density]
  const lines = useVirtualizer({
    count,
    getScrollElement: () => pane.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  // Longer than what is in sight, so keys must scroll it.
  const scroller = { 'aria-label': label, tabIndex: 0 }
  return (
    <>
      <h3 className={styles.label}>{label}</h3>
      <section
        {...scroller}
        ref={pane}
        className={styles.preview}
        style={{ height: `min(15rem, ${lines.getTotalSize() + 2}px)` }}
      >
        <ul style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start, size }) => {
            const line = lineAt(index)
            return (
              line && (
                <li
                  key={index}
                  aria-posinset={index + 1}
                  aria-setsize={count}
                  style={{ height: size, transform: `translateY(${start}px)` }}
                >
                  <span className={styles.key}>{line.called}</span>
                  <span className={styles.what}>{line.title}</span>
                  <span className={styles.told}>{line.told}</span>
                </li>
              )
            )
          })}
        </ul>
      </section>
    </>
  )
}
