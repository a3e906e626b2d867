import { DataTable } from '../charts/data-table'
import type { ChartData } from '../charts/series'
import type { StackedBars } from '../charts/stacked-bars'

export interface MeasuredProps {
  readonly data: ChartData
  readonly chart: typeof StackedBars
  /** Head of the column that names the rows of the table. */
  readonly rowHead: string
  readonly note: string
  /** Whether the series add up to something worth a column. */
  readonly total?: boolean
}

/** A chart, and under it the table that says the same. */
export function Measured({ data, chart: Chart, rowHead, note, total = false }: MeasuredProps) {
  const { title, labels, series } = data
  const rows = labels.map((name, place) => {
    const values = series.map(({ values }) => values[place] ?? 0)
    return { name, values: total ? [...values, values.reduce((sum, value) => sum + value, 0)] : values }
  })
  const columns = [...series.map(({ name }) => name), ...(total ? ['All'] : [])]
  return (
    <div className="measured">
      <h3>{title}</h3>
      <p className="quiet">{note}</p>
      <Chart data={data} />
      <div className="measured-table" data-length={rows.length > 10 ? 'long' : 'short'}>
        <DataTable
          caption={`Table: ${title.toLowerCase()}`}
          rowHead={rowHead}
          columns={columns.map(shortened)}
          rows={rows}
        />
      </div>
    </div>
  )
}

/** A column of a narrow table has no room for the whole name. */
function shortened(name: string): string {
  return name.replace('Severity', 'Sev.').replace('No severity yet', 'None')
}
