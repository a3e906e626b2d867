import type { IssueStatus, Severity } from '@domain/model/issue'
import type { Value } from '@domain/model/value'
import { memo } from 'react'
import { Icon } from '../../ui/icon'
import { Mark } from '../../ui/mark'
import { severityLooks, statusLooks } from '../../view-state/marks'
import { lineId } from './issue-line'
import styles from './issue-table.module.css'

const numbers = new Intl.NumberFormat('en-GB')
const longestShown = 200

export interface GroupHead {
  readonly column: string
  readonly value: Value
  readonly label: string
  readonly count: number
  readonly collapsed: boolean
}

export interface GroupLineProps extends GroupHead {
  readonly index: number
  /** Place among the groups, and how many there are. */
  readonly place: number
  readonly groups: number
  readonly columns: number
  readonly top: number
  readonly active: boolean
  readonly onToggle: (index: number) => void
}

/** The head of a group: what its issues have in common, and how many there are. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { index, place, groups, columns, top, active, onToggle, ...head } = props
  // Elements of a table cannot be left out where they are out of sight; the grid has the focus and the keys.
  const row = {
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-level': 1,
    'aria-posinset': place + 1,
    'aria-setsize': groups,
    'aria-expanded': !head.collapsed,
    'aria-selected': false,
  }
  const cell = { role: 'gridcell', 'aria-colspan': columns }
  return (
    <div
      {...row}
      id={lineId(index)}
      data-active={active || undefined}
      className={styles.groupLine}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div {...cell} className={styles.groupCell}>
        <GroupButton {...head} onToggle={() => onToggle(index)} />
      </div>
    </div>
  )
})

/** The head of the group that the lines in sight begin in, kept in sight; the grid tells of it where it stands. */
export function StickyHead({ onToggle, ...head }: GroupHead & { readonly onToggle: () => void }) {
  return (
    <div aria-hidden="true" className={styles.stickyHead}>
      <GroupButton {...head} onToggle={onToggle} />
    </div>
  )
}

function GroupButton({
  column,
  value,
  label,
  count,
  collapsed,
  onToggle,
}: GroupHead & { readonly onToggle: () => void }) {
  const look =
    column === 'status'
      ? statusLooks[value as IssueStatus]
      : column === 'severity' || column === 'reportedSeverity'
        ? severityLooks[value as Severity]
        : undefined
  const text = label.length > longestShown ? `${label.slice(0, longestShown)}…` : label
  return (
    <button type="button" tabIndex={-1} className={styles.groupHead} onClick={onToggle}>
      <Icon name={collapsed ? 'chevron-right' : 'chevron-down'} size={12} />
      {look ? <Mark {...look} label={text} /> : <span className={styles.groupName}>{text}</span>}
      <span className={styles.groupCount}>
        {numbers.format(count)} {count === 1 ? 'issue' : 'issues'}
      </span>
    </button>
  )
}
