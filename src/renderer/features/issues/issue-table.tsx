import type { Severity } from '@domain/model/issue'
import type { Value } from '@domain/model/value'
import type { IssueRow } from '@domain/triage/as-of'
import type { ListLines } from '@domain/triage/issue-groups'
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
import { useColumnNames } from '../../view-state/use-column-names'
import { useSeverityText } from '../../view-state/use-severity-text'
import { useShortInstantText } from '../../view-state/use-zone'
import { ColumnHead } from './column-head'
import { type GroupHead, GroupLine, StickyHead } from './group-line'
import { IssueLine, lineId } from './issue-line'
import styles from './issue-table.module.css'
import { type Line, tableColumns, tableFeaturesUsed } from './table-columns'
import { useIssueList, useIssueView } from './use-issue-view'
import { valueText } from './value-text'

export interface IssueTableHandle {
  focus(): void
  /** Key of the issue on the active line, if one is. */
  activeKey(): string | undefined
  /** Focuses the list, its first line active. */
  focusFirst(): void
}

export interface IssueTableProps {
  readonly ref?: Ref<IssueTableHandle>
  /** What to show, in order. */
  readonly lines: ListLines
  /** Key of the issue whose detail is open. */
  readonly open: string | undefined
  readonly onOpen: (key: string) => void
  readonly onClose: () => void
  /** The active line has moved to this issue. */
  readonly onMove: (key: string) => void
}

const nothingActive = -1
/** Lines drawn above and below those in sight, for scrolling. Each more takes its time with every key of a search. */
const overscan = 1
/** CSS pixels that the frame, the filters in one row and the heads of the columns take at least. */
const leastAbove = 112
/** The active line, by what is on it: an issue's position, or the value of a group. */
type Active =
  | { readonly kind: 'issue'; readonly position: number }
  | { readonly kind: 'group'; readonly value: Value }

/**
 * The list of issues. Only the lines in sight are drawn and known to the table; finding and ordering are done
 * before. The grid itself has the focus, its active line is told by `aria-activedescendant`.
 */
export function IssueTable({ ref, lines, open, onOpen, onClose, onMove }: IssueTableProps) {
  const { view, version } = useIssueView()
  const chosen = useIssueList((state) => state.columns)
  const widths = useIssueList((state) => state.widths)
  const sorting = useIssueList((state) => state.query.sorting)
  const picked = useIssueList((state) => state.picked)
  const grouping = useIssueList((state) => state.grouping)
  const { sort, setWidth, pick, collapse, collapseAll } = useIssueList((state) => state)
  const rowHeight = rowHeights[useWorkspace().settings.density]
  const instantText = useShortInstantText()
  const severityText = useSeverityText()
  const names = useColumnNames()
  const grid = useRef<HTMLDivElement>(null)

  const { rows } = view.finder.positions
  const { groups, positions } = lines
  const [active, setActive] = useState<Active>()
  const openPosition = open === undefined ? undefined : view.finder.positions.of(open)
  const activePosition = openPosition ?? (active?.kind === 'issue' ? active.position : nothingActive)
  const activeIndex =
    active?.kind === 'group' && groups ? lines.lineOfGroup(active.value) : lines.lineOf(activePosition)

  const virtual = useVirtualizer({
    // All there can be, not only what is found: what is measured stays the same with every key press.
    count: rows.length + (groups && grouping !== null ? view.finder.mostGroups(grouping) : 0),
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    // Not what the list has room for just now: with every filter that wraps above it, lines would come and go.
    rangeExtractor: ({ startIndex, count }) =>
      linesFrom(startIndex, Math.ceil((innerHeight - leastAbove) / rowHeight), count),
    // The header covers the first line's worth of the scrolled area, and the head of a group the second.
    scrollPaddingStart: groups ? 2 * rowHeight : rowHeight,
  })
  useEffect(() => {
    void rowHeight
    virtual.measure()
  }, [virtual, rowHeight])
  useEffect(() => {
    if (activeIndex >= 0) virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [virtual, activeIndex])

  const columns = useMemo(() => {
    void version
    return tableColumns(chosen, { ...names, instantText })
  }, [chosen, names, version, instantText])
  const inSight = virtual.getVirtualItems()
  const first = inSight[0]?.index ?? 0
  const last = inSight.at(-1)?.index ?? -1
  const data = useMemo(() => {
    void version
    return issuesBetween(lines, first, last, rows)
  }, [lines, first, last, rows, version])

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

  const rowAt = (index: number): IssueRow | undefined => {
    const line = lines.at(index)
    return line?.kind === 'issue' ? rows[positions[line.place] ?? nothingActive] : undefined
  }

  function moveTo(wanted: number) {
    const index = Math.max(0, Math.min(lines.length - 1, wanted))
    const line = lines.at(index)
    if (line?.kind === 'group') setActive({ kind: 'group', value: groups?.valueOf(line.group) ?? null })
    const position = line?.kind === 'issue' ? positions[line.place] : undefined
    const row = rowAt(index)
    if (position === undefined || !row) return
    setActive({ kind: 'issue', position })
    onMove(row.key)
  }

  function headOf(group: number): GroupHead {
    const value = groups?.valueOf(group) ?? null
    const column = grouping ?? ''
    const label =
      column === 'severity' && value !== null
        ? severityText(value as Severity)
        : valueText(column, value, names)
    return { column, value, label, count: groups?.countOf(group) ?? 0, collapsed: lines.isCollapsed(group) }
  }

  /** Opens a group or closes it down to its head, which is then the active line. */
  function setCollapsed(group: number, collapsed: boolean) {
    const value = groups?.valueOf(group) ?? null
    setActive({ kind: 'group', value })
    collapse(value, collapsed)
  }

  useImperativeHandle(ref, () => ({
    focus: () => grid.current?.focus(),
    activeKey: () => rowAt(activeIndex)?.key,
    focusFirst() {
      grid.current?.focus()
      moveTo(0)
    },
  }))

  const keysBetween = (from: number, to: number) => {
    const keys: string[] = []
    for (let index = from; index <= to; index++) {
      const row = rowAt(index)
      if (row) keys.push(row.key)
    }
    return keys
  }

  const keysOf = (from: number, count: number) =>
    Array.from(positions.subarray(from, from + count), (position) => rows[position]?.key ?? '')

  /** Picks all of a group, or none of it where all are picked. */
  function pickGroup(group: number) {
    const keys = keysOf(groups?.startOf(group) ?? 0, groups?.countOf(group) ?? 0)
    pick(keys, !keys.every((key) => picked.has(key)))
  }

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

  function toggle(index: number) {
    const line = lines.at(index)
    if (line?.kind !== 'group') return
    setCollapsed(line.group, !lines.isCollapsed(line.group))
    grid.current?.focus()
  }

  const latest = useRef({ pressed, toggle })
  useEffect(() => {
    latest.current = { pressed, toggle }
  })
  const press = useCallback((index: number, event: MouseEvent) => latest.current.pressed(index, event), [])
  const toggleLine = useCallback((index: number) => latest.current.toggle(index), [])

  /** What the keys of a tree do, where the issues stand in groups; false for any other. */
  function onGroupKey({ key, shiftKey }: KeyboardEvent): boolean {
    if (!groups) return false
    const line = lines.at(activeIndex)
    const closes = key === 'ArrowLeft'
    const turns = closes || key === 'ArrowRight'
    if (turns && shiftKey && lines.length > 0) {
      // Also before any line is the active one.
      setActive({ kind: 'group', value: groups.valueOf(line?.group ?? 0) })
      collapseAll(closes)
      return true
    }
    if (line?.group === undefined) return false
    const { group } = line
    if (turns) {
      if (closes && line.kind === 'issue') moveTo(lines.headOf(group))
      else if (line.kind === 'group' && lines.isCollapsed(group) !== closes) setCollapsed(group, closes)
      else if (!closes) moveTo(activeIndex + 1)
      return true
    }
    if (line.kind !== 'group') return false
    if (key === 'Enter' || key === ' ') toggle(activeIndex)
    else if (key === 'x') pickGroup(group)
    else return false
    return true
  }

  function onKeyDown(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault()
      pick(keysOf(0, positions.length), true)
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (onGroupKey(event)) {
      event.preventDefault()
      return
    }
    const row = rowAt(activeIndex)
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? rowHeight) / rowHeight) - 2)
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      j: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      k: activeIndex - 1,
      PageDown: activeIndex + page,
      PageUp: activeIndex - page,
      Home: 0,
      End: lines.length - 1,
    }
    const index = moves[event.key]
    if (index !== undefined) moveTo(index)
    else if (event.key === 'Enter' && row) onOpen(row.key)
    else if (event.key === 'x' && row) pick([row.key], !picked.has(row.key))
    else if (event.key === 'Escape' && open !== undefined) onClose()
    else return
    event.preventDefault()
  }

  const top = lines.at(Math.floor((virtual.scrollOffset ?? 0) / rowHeight))
  // A table element cannot hold lines that are not there.
  const attributes = {
    role: groups ? 'treegrid' : 'grid',
    'aria-label': 'Issues',
    'aria-rowcount': lines.length + 1,
    'aria-colcount': headers.length,
    'aria-multiselectable': true,
    ...(lines.at(activeIndex) && { 'aria-activedescendant': lineId(activeIndex) }),
    tabIndex: 0,
    onKeyDown,
  }
  return (
    <div
      {...attributes}
      ref={grid}
      className={styles.grid}
      style={
        {
          '--columns': template,
          '--least-width': `${table.getTotalSize()}px`,
          '--line-height': `${rowHeight}px`,
        } as React.CSSProperties
      }
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      <div role="row" aria-rowindex={1} className={styles.head}>
        {headers.map((header) => (
          <ColumnHead key={header.id} header={header} />
        ))}
      </div>
      {top?.kind === 'issue' && top.group !== undefined && (
        <StickyHead {...headOf(top.group)} onToggle={() => toggle(lines.headOf(top.group ?? 0))} />
      )}
      <div className={styles.body} style={{ height: lines.length * rowHeight }}>
        {headsBetween(lines, first, last).map(({ index, group }) => (
          <GroupLine
            key={index}
            {...headOf(group)}
            index={index}
            place={group}
            groups={groups?.size ?? 0}
            columns={headers.length}
            top={index * rowHeight}
            active={index === activeIndex}
            onToggle={toggleLine}
          />
        ))}
        {table.getRowModel().rows.map((line) => (
          // Lines are drawn by place, not by issue: with every key press the same elements get other words.
          <IssueLine
            key={line.original.index}
            line={line}
            columns={columns}
            top={line.original.index * rowHeight}
            active={line.original.index === activeIndex}
            picked={picked.has(line.id)}
            grouped={groups !== undefined}
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

function linesFrom(first: number, many: number, count: number): number[] {
  const from = Math.max(0, first - overscan)
  const after = Math.min(count, first + many + overscan)
  return Array.from({ length: Math.max(0, after - from) }, (_, place) => from + place)
}

function issuesBetween(lines: ListLines, first: number, last: number, rows: readonly IssueRow[]): Line[] {
  const issues: Line[] = []
  for (let index = first; index <= last; index++) {
    const line = lines.at(index)
    const row = line?.kind === 'issue' ? rows[lines.positions[line.place] ?? nothingActive] : undefined
    if (row) issues.push({ row, revision: row.revision, index })
  }
  return issues
}

function headsBetween(lines: ListLines, first: number, last: number) {
  const heads: { readonly index: number; readonly group: number }[] = []
  if (!lines.groups) return heads
  for (let index = first; index <= last; index++) {
    const line = lines.at(index)
    if (line?.kind === 'group') heads.push({ index, group: line.group })
  }
  return heads
}
