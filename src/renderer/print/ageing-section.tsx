import type { WeekPack } from '@domain/reporting/weekly-pack'
import type { ChartData } from '../charts/series'
import { StackedBars } from '../charts/stacked-bars'
import { Measured } from './measured'
import { severityWords } from './words'

/** How long open issues have been open. */
export function AgeingSection({ pack }: { readonly pack: WeekPack }) {
  const { summary } = pack.ageing
  return (
    <section className="together">
      <h2>Ageing</h2>
      <p>{summary}</p>
      {pack.total.open > 0 && (
        <Measured
          data={ageData(pack)}
          chart={StackedBars}
          rowHead="Age"
          note="Whole days since the issue was raised."
          total
        />
      )}
    </section>
  )
}

function ageData({ ageing: { summary, bands }, severities }: WeekPack): ChartData {
  return {
    title: 'Open by age and severity',
    description: `${summary} The table below has the numbers.`,
    labels: bands.map(({ label }) => label),
    widestBand: 100,
    series: severities.map(({ severity }, place) => ({
      name: severityWords(severity),
      values: bands.map(({ open }) => open[place] ?? 0),
    })),
  }
}
