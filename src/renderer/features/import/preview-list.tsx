import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { ImportLine, ImportListName, ImportPreview } from '../../storage/import-session'
import { useWorkspace } from '../../storage/queries'
import { Mark } from '../../ui/mark'
import { rowHeights } from '../../ui/rows'
import type { ImportFlow } from './import-flow'
import { LinePages } from './line-pages'
import styles from './preview-list.module.css'
import { counted, formatCount } from './words'

export interface PreviewListProps {
  readonly flow: ImportFlow
  readonly preview: ImportPreview
  readonly list: ImportListName
  readonly label: string
}

/** One of the lists of what an import would do; of thousands of lines only those in sight are there. */
export function PreviewList({ flow, preview, list, label }: PreviewListProps) {
  const count = preview.lists[list]
  const rowHeight = rowHeights[useWorkspace().settings.density]
  const pages = useMemo(() => {
    // A new preview has new lines.
    void preview
    return new LinePages(flow, list)
  }, [flow, list, preview])
  useSyncExternalStore(pages.subscribe, () => pages.version)
  const frame = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    useFlushSync: false,
  })
  useEffect(() => {
    void rowHeight
    lines.measure()
  }, [lines, rowHeight])
  const inSight = lines.getVirtualItems()
  const first = inSight[0]?.index ?? 0
  const last = inSight.at(-1)?.index ?? -1
  useEffect(() => pages.want(first, last), [pages, first, last])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with keys needs to get here
    <section ref={frame} className={styles.frame} tabIndex={0} aria-label={label}>
      <ul
        className={styles.lines}
        style={{ height: lines.getTotalSize() }}
        aria-label={counted(count, 'line')}
      >
        {inSight.map(({ index, start }) => (
          <li
            key={index}
            className={styles.line}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            aria-setsize={count}
            aria-posinset={index + 1}
          >
            <Line line={pages.line(index)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ line }: { readonly line: ImportLine | undefined }) {
  if (!line) return <span className={styles.quiet}>…</span>
  switch (line.kind) {
    case 'issue':
      return (
        <>
          <span className={styles.key}>{line.called}</span>
          <span className={styles.wide}>{line.title}</span>
        </>
      )
    case 'change':
      return (
        <>
          <span className={styles.field}>{line.field}</span>
          <span className={styles.wide}>
            <span className={styles.quiet}>{line.from}</span> → {line.to}
          </span>
          {line.here !== null && line.conflict && (
            <span className={styles.here}>
              <Mark tone="warning" shape="diamond" label="Conflict, both kept" look="wash" />
              <span className={styles.clipped}>here: {line.here}</span>
            </span>
          )}
          {line.here !== null && !line.conflict && <span className={styles.quiet}>already so here</span>}
        </>
      )
    case 'comments':
      return (
        <>
          <span className={styles.field}>Comments</span>
          <span className={styles.wide}>{counted(line.count, 'new comment')}</span>
        </>
      )
    case 'problem':
      return (
        <>
          <span className={styles.key}>Record {formatCount(line.record)}</span>
          <span className={styles.column}>{line.column ?? ''}</span>
          <span className={styles.wide}>{line.reason}</span>
        </>
      )
    case 'person':
      return (
        <>
          <span className={styles.name}>{line.name}</span>
          <span className={styles.quiet}>{line.email ?? ''}</span>
        </>
      )
  }
}
