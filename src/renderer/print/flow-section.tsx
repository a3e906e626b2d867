import type { CommonPack } from '@domain/reporting/pack'
import { PairedBars } from '../charts/paired-bars'
import type { ChartData } from '../charts/series'
import { StackedBars } from '../charts/stacked-bars'
import { Measured } from './measured'
import { severityWords } from './words'

export function FlowSection({ pack }: { readonly pack: CommonPack }) {
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
            rowHead="Day"
            note="In: raised or reopened. Out: resolved, closed, declined or duplicate."
          />
          <Measured
            data={openData(pack)}
            chart={StackedBars}
            rowHead="Day"
            note="At the end of each day; on the last day, when the data was taken."
            total
          />
        </>
      )}
    </section>
  )
}

function flowData({ flow: { days, summary } }: CommonPack): ChartData {
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

function openData({ flow: { days }, severities, total }: CommonPack): ChartData {
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
