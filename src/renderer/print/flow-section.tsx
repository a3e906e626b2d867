import type { DailyPack } from '@domain/reporting/daily-pack'
import { DataTable } from '../charts/data-table'
import { PairedBars } from '../charts/paired-bars'
import type { ChartData } from '../charts/series'
import { StackedBars } from '../charts/stacked-bars'
import { severityWords } from './words'

export function FlowSection({ pack }: { readonly pack: DailyPack }) {
  const { days, summary } = pack.flow
  const nothing = days.every((day) => day.in === 0 && day.out === 0 && day.open.every((open) => open === 0))
  return (
    <section className="new-page">
      <h2>Flow of issues</h2>
      {nothing ? (
        <p>No issue has come in, ended or stood open in this time.</p>
      ) : (
        <>
          <p>{summary}</p>
          <Measured
            data={flowData(pack)}
            chart={PairedBars}
            note="In: raised or reopened. Out: resolved, closed, declined or duplicate."
          />
          <Measured
            data={openData(pack)}
            chart={StackedBars}
            note="At the end of each day; on the last day, when the data was taken."
            total
          />
        </>
      )}
    </section>
  )
}

interface MeasuredProps {
  readonly data: ChartData
  readonly chart: typeof StackedBars
  readonly note: string
  /** Whether the series add up to something worth a column. */
  readonly total?: boolean
}

/** A chart, and under it the table that says the same. */
function Measured({ data, chart: Chart, note, total = false }: MeasuredProps) {
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
          rowHead="Day"
          columns={columns.map(shortened)}
          rows={rows}
        />
      </div>
    </div>
  )
}

function flowData({ flow: { days, summary } }: DailyPack): ChartData {
  return {
    title: 'In and out per day',
    description: `${summary} The table below has the numbers.`,
    labels: days.map(({ label }) => label),
    series: [
      { name: 'In', values: days.map((day) => day.in) },
      { name: 'Out', values: days.map((day) => day.out) },
    ],
  }
}

function openData({ flow: { days }, severities, total }: DailyPack): ChartData {
  const shown = severities.map(({ severity, open }) => `${severityWords(severity).toLowerCase()}: ${open}`)
  return {
    title: 'Open per day by severity',
    description: `${total.open} open at the end: ${shown.join(', ')}. The table below has the numbers.`,
    labels: days.map(({ label }) => label),
    series: severities.map(({ severity }, place) => ({
      name: severityWords(severity),
      values: days.map(({ open }) => open[place] ?? 0),
    })),
  }
}

/** A column of a narrow table has no room for the whole name. */
function shortened(name: string): string {
  return name.replace('Severity', 'Sev.').replace('No severity yet', 'None')
}
