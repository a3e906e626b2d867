import type { Header } from '@tanstack/react-table'
import { Icon } from '../../ui/icon'
import styles from './issue-table.module.css'
import type { Line, tableFeaturesUsed } from './table-columns'

const keyboardStep = 16

/** A column's name: press it to sort, move its end to make it wider. */
export function ColumnHead({ header }: { readonly header: Header<typeof tableFeaturesUsed, Line, unknown> }) {
  const { column } = header
  const sorted = column.getIsSorted()
  const name = String(column.columnDef.header)
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside has the focus
    <div
      role="columnheader"
      className={styles.headCell}
      {...(column.getCanSort() && {
        'aria-sort': sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending',
      })}
    >
      {column.getCanSort() ? (
        <button type="button" className={styles.sort} onClick={() => column.toggleSorting()}>
          <span className={styles.headName}>{name}</span>
          {sorted && <Icon name={sorted === 'asc' ? 'chevron-up' : 'chevron-down'} size={12} />}
        </button>
      ) : (
        <span className={styles.unsorted}>{name}</span>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this one can */}
      <div
        role="separator"
        tabIndex={-1}
        aria-label={`Width of ${name}`}
        aria-orientation="vertical"
        aria-valuenow={header.getSize()}
        className={styles.resize}
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onKeyDown={(event) => {
          const step =
            event.key === 'ArrowRight' ? keyboardStep : event.key === 'ArrowLeft' ? -keyboardStep : 0
          if (step !== 0)
            header
              .getContext()
              .table.setColumnSizing((sizes) => ({ ...sizes, [column.id]: header.getSize() + step }))
        }}
      />
    </div>
  )
}
