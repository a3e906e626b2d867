import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { WeeklyPages } from '../../../src/renderer/print/weekly-pages'
import { day, engagement, goLive, hour, hypercare, type Told } from '../../domain/reporting/hypercare'

const asOf = goLive + 4 * day
const printed = (told: readonly Told[], about = engagement) =>
  renderToStaticMarkup(<WeeklyPages pack={weeklyPack(hypercare(told, about), { asOf })} />)
const issue: Told = {
  at: hour,
  key: 'a',
  fields: { title: 'A', status: 'new', severity: 1, class: 'training-gap', component: '<b>Billing</b>' },
}

describe('the printed weekly pack', () => {
  test('has one heading of the first rank, and skips none below it', () => {
    const ranks = [...printed([issue]).matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank))
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1)
    ranks.slice(1).forEach((rank, place) => {
      expect(rank - (ranks[place] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  test('gives every chart a text alternative and numbers in a table', () => {
    const markup = printed([issue])
    const charts = markup.match(/<svg class="chart"[^>]*>/g) ?? []
    expect(charts).toHaveLength(4)
    for (const chart of charts) expect(chart).toMatch(/role="img" aria-label="[^"]{20,}"/)
    expect(markup).toContain('Training gaps in the last seven days: 100% (1 of 1).')
    expect(markup).toContain('Table: open by age and severity')
  })

  test('speaks of seven days, never of yesterday', () => {
    const markup = printed([issue])
    expect(markup).not.toMatch(/yesterday|24 hours before/)
    expect(markup).toContain('In the last seven days')
  })

  test('keeps markup in names as text', () => {
    expect(printed([issue])).toContain('&lt;b&gt;Billing&lt;/b&gt;')
  })

  test('says in words what an empty engagement has to show, on few pages', () => {
    const markup = printed([], {})
    expect(markup).toContain('No acknowledge or resolve clock runs beyond its target.')
    expect(markup).toContain('No open issue is stuck.')
    expect(markup).toContain('Every open issue has somebody.')
    expect(markup).toContain('No go-live is set, so there is nothing to look back on.')
    expect(markup).toContain('No phase says how hypercare tapers off.')
    expect(markup.match(/new-page/g)).toHaveLength(1)
  })
})
