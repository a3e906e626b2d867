import { listColumns } from '@domain/triage/list-columns'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { IconButton } from '../../ui/icon-button'
import { Popover } from '../../ui/popover'
import styles from './column-menu.module.css'
import { nextDueColumn, shownColumnLabel } from './table-columns'
import { useIssueList, useIssueView } from './use-issue-view'

const longestName = 60

/** Which columns the list shows, and in which order. */
export function ColumnMenu() {
  return (
    <Popover
      label="Columns"
      trigger={(trigger) => (
        <Button {...trigger} tone="quiet" icon="columns">
          Columns
        </Button>
      )}
    >
      <ColumnChoices />
    </Popover>
  )
}

function ColumnChoices() {
  const shown = useIssueList((state) => state.columns)
  const { showColumns, resetColumns } = useIssueList((state) => state)
  const { view } = useIssueView()
  const hidden = [
    ...listColumns.map(({ id }) => id),
    nextDueColumn.id,
    ...view.finder.importedColumns,
  ].filter((id) => !shown.includes(id))

  function move(from: number, by: number) {
    const next = [...shown]
    const [moved] = next.splice(from, 1)
    if (moved !== undefined) next.splice(from + by, 0, moved)
    showColumns(next)
  }

  return (
    <div className={styles.menu}>
      <ul className={styles.list} aria-label="Shown, in this order">
        {shown.map((id, index) => (
          <li key={id} className={styles.column}>
            <Checkbox
              checked
              disabled={shown.length === 1}
              onChange={() => showColumns(shown.filter((other) => other !== id))}
            >
              {nameOf(id)}
            </Checkbox>
            <span className={styles.moves}>
              <IconButton
                icon="chevron-up"
                label={`Move ${nameOf(id)} up`}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <IconButton
                icon="chevron-down"
                label={`Move ${nameOf(id)} down`}
                disabled={index === shown.length - 1}
                onClick={() => move(index, 1)}
              />
            </span>
          </li>
        ))}
      </ul>
      <ul className={styles.list} aria-label="Not shown">
        {hidden.map((id) => (
          <li key={id} className={styles.column}>
            <Checkbox checked={false} onChange={() => showColumns([...shown, id])}>
              {nameOf(id)}
            </Checkbox>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button tone="quiet" icon="undo" onClick={resetColumns}>
          The usual columns
        </Button>
      </div>
    </div>
  )
}

const nameOf = (id: string) => (shownColumnLabel(id) ?? id).slice(0, longestName)
