import type { Value } from '@domain/model/value'
import { fold } from '@domain/triage/fold'
import { type ColumnFilter, everyIssue, tagsColumn } from '@domain/triage/issue-query'
import { listColumn } from '@domain/triage/list-columns'
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { TextField } from '../../ui/text-field'
import styles from './filter-bar.module.css'
import { useCounts, useIssueList } from './use-issue-view'

export interface ValueFilterProps {
  readonly column: string
  readonly filter: ColumnFilter | undefined
  readonly textOf: (value: Value) => string
  readonly onChange: (filter: ColumnFilter | undefined) => void
}

/** Longer lists are narrowed by typing. */
const mostShown = 100
const searchedFrom = 12
const longestName = 200
const nothingCounted: ReadonlyMap<Value, number> = new Map()
const numbers = new Intl.NumberFormat('en-GB')

/** Which values to let through, each with how many issues have it. */
export function ValueFilter({ column, filter, textOf, onChange }: ValueFilterProps) {
  const search = useIssueList(({ query }) => query.search)
  // What this filter lets through says nothing about the counts: they stay as they are when it changes.
  const others = useIssueList(useShallow(({ query }) => query.filters.filter((one) => one.column !== column)))
  const query = useMemo(() => ({ ...everyIssue, search, filters: others }), [search, others])
  const [typed, setTyped] = useState(filter?.kind === 'contains' ? filter.text : '')
  const chosen: readonly Value[] = filter?.kind === 'any-of' ? filter.values : []
  const definition = listColumn(column)

  const counted = useCounts(column, query)
  const counts = counted ?? nothingCounted
  const values = useMemo(
    () => ordered([...new Set<Value>([...counts.keys(), ...chosen])], counts, definition?.choices),
    [counts, chosen, definition],
  )
  const wanted = fold(typed.trim())
  const matching = wanted === '' ? values : values.filter((value) => fold(textOf(value)).includes(wanted))
  const hasSearch = definition?.kind === 'text' || column === tagsColumn || values.length > searchedFrom

  function toggle(value: Value, on: boolean) {
    const next = on ? [...chosen, value] : chosen.filter((other) => other !== value)
    onChange(next.length === 0 ? undefined : { column, kind: 'any-of', values: next })
  }
  const latest = useRef(toggle)
  useEffect(() => {
    latest.current = toggle
  })
  const toggleValue = useCallback((value: Value, on: boolean) => latest.current(value, on), [])

  return (
    <>
      {hasSearch && (
        <TextField
          label="Narrow the values"
          hideLabel
          placeholder="Narrow"
          value={typed}
          onChange={setTyped}
        />
      )}
      {definition?.kind === 'text' && wanted !== '' && (
        <Button onClick={() => onChange({ column, kind: 'contains', text: typed.trim() })}>
          All with “{typed.trim().slice(0, longestName)}” in them
        </Button>
      )}
      <ul className={styles.values}>
        {matching.slice(0, mostShown).map((value) => (
          <ValueLine
            key={`${typeof value}${String(value)}`}
            value={value}
            name={textOf(value).slice(0, longestName)}
            count={counts.get(value) ?? 0}
            chosen={chosen.includes(value)}
            onToggle={toggleValue}
          />
        ))}
      </ul>
      {matching.length === 0 && (
        <p className={styles.quiet}>{counted ? 'No such value' : 'Reading the column'}</p>
      )}
      {matching.length > mostShown && (
        <p className={styles.quiet}>
          and {numbers.format(matching.length - mostShown)} more; type to narrow them
        </p>
      )}
      {filter && (
        <div className={styles.line}>
          <Button tone="quiet" onClick={() => onChange(undefined)}>
            Clear
          </Button>
        </div>
      )}
    </>
  )
}

interface ValueLineProps {
  readonly value: Value
  readonly name: string
  readonly count: number
  readonly chosen: boolean
  readonly onToggle: (value: Value, on: boolean) => void
}

/** One value; drawn again only when it changes itself. */
const ValueLine = memo(function ValueLine({ value, name, count, chosen, onToggle }: ValueLineProps) {
  return (
    <li className={styles.value}>
      <Checkbox checked={chosen} onChange={(on) => onToggle(value, on)}>
        <span className={styles.name}>{name}</span>
      </Checkbox>
      <span className={styles.count}>{numbers.format(count)}</span>
    </li>
  )
})

/** Choices in the order of the work; anything else the most frequent first. */
function ordered(
  values: Value[],
  counts: ReadonlyMap<Value, number>,
  choices: readonly Value[] | undefined,
): Value[] {
  const count = (value: Value) => counts.get(value) ?? 0
  if (!choices) return values.sort((left, right) => count(right) - count(left))
  const place = (value: Value) => (value === null ? choices.length : choices.indexOf(value))
  return values.sort((left, right) => place(left) - place(right))
}
