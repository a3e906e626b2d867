import type { IssueRow } from '@domain/triage/as-of'
import { type Header, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useWorkspace } from '../../storage/queries'
import { rowHeights } from '../../ui/rows'
import { useShortInstantText } from '../../view-state/use-zone'
import { ColumnHead } from './column-head'
import { IssueLine, lineId } from './issue-line'
import styles from './issue-table.module.css'
import { type Line, tableColumns, tableFeaturesUsed } from './table-columns'
import { useIssueList, useIssueView } from './use-issue-view'

export interface IssueTableHandle {
  focus(): void
  /** Focuses the list, its first line active. */
  focusFirst(): void
}

export interface IssueTableProps {
  readonly ref?: Ref<IssueTableHandle>
  /** Positions of the issues to show, in order. */
  readonly found: Uint32Array
  /** Key of the issue whose detail is open. */
  readonly open: string | undefined
  readonly onOpen: (key: string) => void
  readonly onClose: () => void
  /** The active line has moved to this issue. */
  readonly onMove: (key: string) => void
}

const nothingActive = -1

/**
 * The list of issues. Only the lines in sight are drawn and known to the table; finding and ordering are done
 * before. The grid itself has the focus, its active line is told by `aria-activedescendant`.
 */
export function IssueTable({ ref, found, open, onOpen, onClose, onMove }: IssueTableProps) {
  const { view, version } = useIssueView()
  const chosen = useIssueList((state) => state.columns)
  const widths = useIssueList((state) => state.widths)
  const sorting = useIssueList((state) => state.query.sorting)
  const picked = useIssueList((state) => state.picked)
  const { sort, setWidth, pick } = useIssueList((state) => state)
  const rowHeight = rowHeights[useWorkspace().settings.density]
  const instantText = useShortInstantText()
  const grid = useRef<HTMLDivElement>(null)

  const { rows } = view.finder.positions
  const [active, setActive] = useState<number>(nothingActive)
  const openPosition = open === undefined ? undefined : view.finder.positions.of(open)
  const activeIndex = found.indexOf(openPosition ?? active)

  const lines = useVirtualizer({
    // All issues, not only those found: what is measured stays the same with every key press.
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    // The header covers the first line's worth of the scrolled area.
    scrollPaddingStart: rowHeight,
  })
  useEffect(() => {
    void rowHeight
    lines.measure()
  }, [lines, rowHeight])
  useEffect(() => {
    if (activeIndex >= 0) lines.scrollToIndex(activeIndex, { align: 'auto' })
  }, [lines, activeIndex])

  const columns = useMemo(() => {
    void version
    return tableColumns(chosen, { personName: view.finder.personName, instantText })
  }, [chosen, view, version, instantText])
  const inSight = lines.getVirtualItems()
  const first = inSight[0]?.index ?? 0
  const last = inSight.at(-1)?.index ?? -1
  const data = useMemo(() => {
    void version
    return linesBetween(found, first, last, rows)
  }, [found, first, last, rows, version])

  const table = useTable({
    features: tableFeaturesUsed,
    columns,
    data,
    getRowId: ({ row }: Line) => row.key,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    columnResizeMode: 'onChange',
    state: { sorting: [{ id: sorting.column, desc: sorting.descending }], columnSizing: widths },
    onSortingChange: (update) => {
      const next =
        typeof update === 'function' ? update([{ id: sorting.column, desc: sorting.descending }]) : update
      const by = next[0]
      if (by) sort({ column: by.id, descending: by.desc })
    },
    onColumnSizingChange: (update) => {
      const next = typeof update === 'function' ? update({ ...widths }) : update
      for (const [column, width] of Object.entries(next))
        if (widths[column] !== width) setWidth(column, width)
    },
  })
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const template = headers.map(track).join(' ')

  function moveTo(index: number) {
    const position = found[Math.max(0, Math.min(found.length - 1, index))]
    const row = position === undefined ? undefined : rows[position]
    if (position === undefined || !row) return
    setActive(position)
    onMove(row.key)
  }

  useImperativeHandle(ref, () => ({
    focus: () => grid.current?.focus(),
    focusFirst() {
      grid.current?.focus()
      moveTo(0)
    },
  }))

  const keysBetween = (from: number, to: number) =>
    Array.from(found.subarray(from, to + 1), (position) => rows[position]?.key ?? '')

  function pressed(index: number, { ctrlKey, metaKey, shiftKey }: MouseEvent) {
    const [key] = keysBetween(index, index)
    if (key === undefined) return
    if (shiftKey) {
      const from = activeIndex < 0 ? index : activeIndex
      pick(keysBetween(Math.min(from, index), Math.max(from, index)), true)
    } else if (ctrlKey || metaKey) pick([key], !picked.has(key))
    moveTo(index)
    if (!shiftKey && !ctrlKey && !metaKey) onOpen(key)
  }

  const latest = useRef(pressed)
  useEffect(() => {
    latest.current = pressed
  })
  const press = useCallback((index: number, event: MouseEvent) => latest.current(index, event), [])

  function onKeyDown(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault()
      pick(keysBetween(0, found.length - 1), true)
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[found[activeIndex] ?? nothingActive]
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? rowHeight) / rowHeight) - 2)
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      j: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      k: activeIndex - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
      Home: 0,
      End: found.length - 1,
    }
    const index = moves[event.key]
    if (index !== undefined) moveTo(index)
    else if (event.key === 'Enter' && row) onOpen(row.key)
    else if (event.key === 'x' && row) pick([row.key], !picked.has(row.key))
    else if (event.key === 'Escape' && open !== undefined) onClose()
    else return
    event.preventDefault()
  }

  const activeKey = rows[found[activeIndex] ?? nothingActive]?.key
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold lines that are not there
    <div
      ref={grid}
      role="grid"
      aria-label="Issues"
      aria-rowcount={found.length + 1}
      aria-colcount={headers.length}
      aria-multiselectable="true"
      {...(activeKey !== undefined && { 'aria-activedescendant': lineId(activeIndex) })}
      tabIndex={0}
      className={styles.grid}
      style={
        {
          '--columns': template,
          '--least-width': `${table.getTotalSize()}px`,
          '--line-height': `${rowHeight}px`,
        } as React.CSSProperties
      }
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <div role="row" aria-rowindex={1} className={styles.head}>
        {headers.map((header) => (
          <ColumnHead key={header.id} header={header} />
        ))}
      </div>
      <div className={styles.body} style={{ height: found.length * rowHeight }}>
        {table.getRowModel().rows.map((line) => (
          // Lines are drawn by place, not by issue: with every key press the same elements get other words.
          <IssueLine
            key={line.original.index}
            line={line}
            columns={columns}
            top={line.original.index * rowHeight}
            active={line.original.index === activeIndex}
            picked={picked.has(line.id)}
            onPress={press}
          />
        ))}
      </div>
    </div>
  )
}

/** A column's share of the width; the title takes what is left over. */
function track(header: Header<typeof tableFeaturesUsed, Line, unknown>): string {
  const width = `${header.getSize()}px`
  return header.column.id === 'title' ? `minmax(${width}, 1fr)` : width
}

function linesBetween(found: Uint32Array, first: number, last: number, rows: readonly IssueRow[]): Line[] {
  const lines: Line[] = []
  for (let index = first; index <= Math.min(last, found.length - 1); index++) {
    const row = rows[found[index] ?? nothingActive]
    if (row) lines.push({ row, revision: row.revision, index })
  }
  return lines
}
