import { addDays } from '@domain/time/day'
import { dayOf, startOfDay } from '@domain/time/zone'
import type { ColumnFilter } from '@domain/triage/issue-query'
import { listColumn } from '@domain/triage/list-columns'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { NumberField } from '../../ui/number-field'
import { useZone } from '../../view-state/use-zone'
import styles from './filter-bar.module.css'

export interface RangeFilterProps {
  readonly column: string
  readonly filter: ColumnFilter | undefined
  readonly onChange: (filter: ColumnFilter | undefined) => void
}

interface Range {
  readonly from?: number
  readonly to?: number
}

/** From and to; days are those of the engagement's zone, both included. */
export function RangeFilter({ column, filter, onChange }: RangeFilterProps) {
  const zone = useZone()
  const range: Range = filter?.kind === 'range' ? filter : {}
  const set = (next: { from?: number | undefined; to?: number | undefined }) => {
    const from = 'from' in next ? next.from : range.from
    const to = 'to' in next ? next.to : range.to
    if (from === undefined && to === undefined) return onChange(undefined)
    onChange({ column, kind: 'range', ...(from !== undefined && { from }), ...(to !== undefined && { to }) })
  }
  const isDays = listColumn(column)?.kind === 'instant'
  const { from, to } = range
  return (
    <>
      {isDays ? (
        <>
          <DateField
            label="From"
            zone={zone}
            value={from === undefined ? '' : dayOf(from, zone)}
            onCommit={(day) => set({ from: day === '' ? undefined : startOfDay(day, zone) })}
          />
          <DateField
            label="To"
            zone={zone}
            value={to === undefined ? '' : dayOf(to - 1, zone)}
            onCommit={(day) => set({ to: day === '' ? undefined : startOfDay(addDays(day, 1), zone) })}
          />
        </>
      ) : (
        <>
          <NumberField
            label="From"
            value={from ?? null}
            onCommit={(number) => set({ from: number ?? undefined })}
          />
          <NumberField
            label="To"
            value={to === undefined ? null : to - 1}
            onCommit={(number) => set({ to: number === null ? undefined : number + 1 })}
          />
        </>
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
