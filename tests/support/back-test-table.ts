import { type BackTest, backTest, isCovered } from './back-test'
import { median } from './median'

/** Not the seeds that the model was made with. */
const firstSeed = 10_001
const runs = 500

const groups = [
  { name: 'all', first: 0, last: 99 },
  { name: '7–10', first: 7, last: 10 },
  { name: '11–15', first: 11, last: 15 },
  { name: '16–28', first: 16, last: 28 },
]

/** How often the range covers the truth, by days of history, as a table in Markdown. */
export function backTestTable(engagements: number): string {
  const tests: BackTest[] = []
  for (let place = 0; place < engagements; place++) {
    const test = backTest(firstSeed + place, runs)
    if (test) tests.push(test)
  }
  const head = [
    '| days of history | forecasts | truth within the range | sooner | later | median days to the exit | median width |',
    '|---|---|---|---|---|---|---|',
  ]
  const lines = groups.map(({ name, first, last }) => {
    const some = tests.filter(({ known }) => known >= first && known <= last)
    const share = (picks: (test: BackTest) => boolean) =>
      `${((100 * some.filter(picks).length) / some.length).toFixed(1)}%`
    const cells = [
      name,
      some.length,
      share(isCovered),
      share(({ truth, early }) => truth < early),
      share(({ truth, late }) => truth > late),
      median(some.map(({ truth }) => truth)),
      median(some.map(({ early, late }) => late - early)),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return `${[...head, ...lines].join('\n')}\n`
}
