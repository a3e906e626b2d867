import { demoForecasts, type WeekForecast } from './demo-back-test'
import { median } from './median'

const days = [7, 14, 21, 28, 35]

/** What whole demos were forecast at each week, against their exits, as a table in Markdown. */
export function demoBackTestTable(demos: number): string {
  const all = Array.from({ length: demos }, (_, place) => demoForecasts(place + 1)).flat()
  const head = [
    '| on day | forecasts | truth within the range | sooner | later | median days to the exit | median forecast | median width |',
    '|---|---|---|---|---|---|---|---|',
  ]
  const line = (name: string, some: readonly WeekForecast[]) => {
    const share = (picks: (told: WeekForecast) => boolean) =>
      `${((100 * some.filter(picks).length) / some.length).toFixed(0)}%`
    const cells = [
      name,
      some.length,
      share(({ truth, early, late }) => early <= truth && truth <= late),
      share(({ truth, early }) => truth < early),
      share(({ truth, late }) => truth > late),
      median(some.map(({ truth }) => truth)),
      median(some.map(({ middle }) => middle)),
      median(some.map(({ early, late }) => late - early)),
    ]
    return `| ${cells.join(' | ')} |`
  }
  const lines = days.map((day) =>
    line(
      String(day),
      all.filter((told) => told.day === day),
    ),
  )
  const first = all
    .filter(({ seed }) => seed === 1)
    .map(({ day, early, middle, late, truth }) => `| ${[day, early, middle, late, truth].join(' | ')} |`)
  return `${[...head, line('all', all), ...lines].join('\n')}

| the demo of seed 1, on day | a tenth | half | nine tenths | it took |
|---|---|---|---|---|
${first.join('\n')}
`
}
