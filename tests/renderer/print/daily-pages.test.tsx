import { dailyPack } from '@domain/reporting/make-daily-pack'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DailyPages } from '../../../src/renderer/print/daily-pages'
import { cssString } from '../../../src/renderer/print/page-style'
import { day, engagement, goLive, hour, hypercare, type Told } from '../../domain/reporting/hypercare'

const asOf = goLive + 2 * day
const printed = (told: readonly Told[], about = engagement) =>
  renderToStaticMarkup(<DailyPages pack={dailyPack(hypercare(told, about), { asOf })} />)

describe('the printed pack', () => {
  test('has one heading of the first rank, and skips none below it', () => {
    const markup = printed([{ at: 30 * hour, key: 'a', fields: { title: 'A', status: 'new', severity: 1 } }])
    const ranks = [...markup.matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank))
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1)
    expect(ranks[0]).toBe(1)
    ranks.slice(1).forEach((rank, place) => {
      expect(rank - (ranks[place] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  test('says in one line whose changes are missing, and nothing where none are', () => {
    const told = asOf - 2 * day
    const copy = { laptop: 'bobobobobo', writer: 'Bo', seen: {}, writtenAt: told, readAt: told }
    const pack = dailyPack(hypercare([]), { asOf, copies: [copy] })
    expect(renderToStaticMarkup(<DailyPages pack={pack} />)).toContain(
      'Without the changes of 1 laptop since',
    )
    expect(printed([])).not.toContain('Without the changes')
  })

  test('keeps markup in titles and names as text', () => {
    const script = '<script>alert(1)</script>'
    const markup = printed([{ at: hour, key: 'a', fields: { title: script, status: 'new', severity: 1 } }], {
      ...engagement,
      name: script,
    })
    expect(markup).not.toContain('<script')
    expect(markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('gives every chart a text alternative and a table', () => {
    const markup = printed([{ at: hour, key: 'a', fields: { title: 'A', status: 'new', severity: 2 } }])
    const charts = markup.match(/<svg class="chart"[^>]*>/g) ?? []
    expect(charts).toHaveLength(2)
    for (const chart of charts) expect(chart).toMatch(/role="img" aria-label="[^"]{20,}"/)
    expect(markup.match(/<table class="data-table">/g)).toHaveLength(2)
    expect(markup).toContain('Open per day by severity. 1 open at the end: severity 1: 0, severity 2: 1')
  })

  test('says in words what an empty engagement has to show', () => {
    const markup = printed([], {})
    expect(markup).toContain('Unnamed engagement')
    expect(markup).toContain('No issue has come in, ended or stood open in this time.')
    expect(markup).toContain('No issue of severity 1 or 2 is open.')
    expect(markup).toContain('None at present.')
  })
})

describe('a string in the sheet’s style', () => {
  test('cannot be ended by what a name is made of', () => {
    expect(cssString('Nord "West"; } body { display: none')).toBe(
      '"Nord \\22 West\\22 ; } body { display: none"',
    )
    expect(cssString('a\\b\nc</style>')).toBe('"a\\5c b\\a c\\3c /style>"')
  })
})
