import type { Value } from '@domain/model/value'
import { formatShortDay } from '@domain/time/format'
import { dayOf } from '@domain/time/zone'
import { type ColumnFilter, openStatuses } from '@domain/triage/issue-query'
import { listColumn } from '@domain/triage/list-columns'
import { memo, useEffect, useRef } from 'react'
import { Button } from '../../ui/button'
import { Popover } from '../../ui/popover'
import { useColumnNames } from '../../view-state/use-column-names'
import { useZone } from '../../view-state/use-zone'
import styles from './filter-bar.module.css'
import { RangeFilter } from './range-filter'
import { useIssueList } from './use-issue-view'
import { ValueFilter } from './value-filter'
import { columnLabel, valueText } from './value-text'

export interface FilterMenuProps {
  readonly column: string
  readonly filter: ColumnFilter | undefined
  /** It has just been asked for: its menu is open from the beginning. */
  readonly opensAtOnce: boolean
}

/** One filter of the bar: a button that says what it lets through, and the menu behind it. */
export const FilterMenu = memo(function FilterMenu({ column, filter, opensAtOnce }: FilterMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const isAskedFor = useRef(opensAtOnce)
  useEffect(() => {
    if (isAskedFor.current) {
      // The menu gives the focus back to what had it.
      button.current?.focus()
      button.current?.click()
    }
    isAskedFor.current = false
  }, [])
  const setFilter = useIssueList((state) => state.filter)
  const names = useColumnNames()
  const definition = listColumn(column)
  const label = columnLabel(column)
  const isRange = definition?.kind === 'instant' || definition?.kind === 'number'
  const zone = useZone()
  const boundOf = (bound: number) =>
    definition?.kind === 'instant' ? formatShortDay(dayOf(bound, zone)) : String(bound)
  const textOf = (value: Value) => valueText(column, value, names)
  return (
    <Popover
      label={`Filter by ${label.toLowerCase()}`}
      trigger={(trigger) => (
        <Button {...trigger} ref={button} {...(filter && { className: styles.chosen })}>
          {filter ? `${clipped(label)}: ${summary(filter, textOf, boundOf)}` : clipped(label)}
        </Button>
      )}
    >
      <div className={styles.menu}>
        {column === 'status' && (
          <div className={styles.line}>
            <Button onClick={() => setFilter(column, { column, kind: 'any-of', values: openStatuses })}>
              Open only
            </Button>
          </div>
        )}
        {definition?.kind !== 'flag' && (
          <div className={styles.line}>
            {([true, false] as const).map((filled) => {
              const isChosen = filter?.kind === 'filled' && filter.filled === filled
              return (
                <Button
                  key={String(filled)}
                  aria-pressed={isChosen}
                  {...(isChosen && { className: styles.chosen })}
                  onClick={() => setFilter(column, { column, kind: 'filled', filled })}
                >
                  {filled ? 'Not empty' : 'Empty'}
                </Button>
              )
            })}
          </div>
        )}
        {isRange ? (
          <RangeFilter column={column} filter={filter} onChange={(next) => setFilter(column, next)} />
        ) : (
          <ValueFilter
            column={column}
            filter={filter}
            textOf={textOf}
            onChange={(next) => setFilter(column, next)}
          />
        )}
      </div>
    </Popover>
  )
})

const longestSummary = 28

function summary(
  filter: ColumnFilter,
  textOf: (value: Value) => string,
  boundOf: (bound: number) => string,
): string {
  if (filter.kind === 'filled') return filter.filled ? 'not empty' : 'empty'
  if (filter.kind === 'contains') return `has “${clipped(filter.text)}”`
  if (filter.kind === 'range') {
    const from = filter.from === undefined ? '' : `from ${boundOf(filter.from)}`
    const to = filter.to === undefined ? '' : `to ${boundOf(filter.to - 1)}`
    return `${from} ${to}`.trim()
  }
  if (isOpen(filter.values)) return 'open'
  const [first, ...rest] = filter.values
  const named = clipped(textOf(first ?? null))
  return rest.length === 0 ? named : `${named} + ${rest.length}`
}

const isOpen = (values: readonly Value[]) =>
  values.length === openStatuses.length && openStatuses.every((status) => values.includes(status))

const clipped = (text: string) => (text.length > longestSummary ? `${text.slice(0, longestSummary)}…` : text)
