import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DataTable } from '../../../src/renderer/charts/data-table'
import { PairedBars } from '../../../src/renderer/charts/paired-bars'
import { valueScale } from '../../../src/renderer/charts/scales'
import { wholeTicks, writtenLabels } from '../../../src/renderer/charts/series'
import { Sparkline } from '../../../src/renderer/charts/sparkline'
import { StackedBars } from '../../../src/renderer/charts/stacked-bars'

const data = {
  title: 'Apples and pears',
  description: 'More apples.',
  labels: ['Mon', 'Tue'],
  series: [
    { name: 'Apples', values: [3, 0] },
    { name: 'Pears', values: [1, 2] },
  ],
}

interface Bar {
  readonly hint: string | undefined
  readonly x: number
  readonly y: number
  readonly height: number
}

/** The bars of a chart, each with its hint and where it stands. */
function bars(markup: string): Bar[] {
  return [
    ...markup.matchAll(
      /<title>([^<]*)<\/title><rect x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g,
    ),
  ]
    .map(([, hint, x, y, height]) => ({ hint, x: Number(x), y: Number(y), height: Number(height) }))
    .filter(({ hint }) => hint?.includes(':'))
}

describe('stacked bars', () => {
  test('stand on each other, in proportion, and leave out nought', () => {
    const drawn = bars(renderToStaticMarkup(<StackedBars data={data} />))
    expect(drawn.map(({ hint }) => hint)).toEqual(['Mon, Apples: 3', 'Mon, Pears: 1', 'Tue, Pears: 2'])
    const [apples, pears] = drawn
    expect(apples?.height).toBeCloseTo(3 * (pears?.height ?? 0))
    expect((pears?.y ?? 0) + (pears?.height ?? 0)).toBeCloseTo(apples?.y ?? 0)
    expect(apples?.x).toBe(pears?.x)
  })
})

describe('paired bars', () => {
  test('stand side by side on the axis', () => {
    const [apples, pears] = bars(renderToStaticMarkup(<PairedBars data={data} />))
    expect(pears?.x).toBeGreaterThan(apples?.x ?? 0)
    expect((pears?.y ?? 0) + (pears?.height ?? 0)).toBeCloseTo((apples?.y ?? 0) + (apples?.height ?? 0))
  })
})

describe('charts', () => {
  test('are one image with a text alternative, and a legend in words', () => {
    const markup = renderToStaticMarkup(<StackedBars data={data} />)
    expect(markup).toContain('role="img" aria-label="Apples and pears. More apples."')
    expect(markup.match(/<li>.*?<\/li>/g)?.map((item) => item.replace(/<svg.*<\/svg>|<\/?li>/g, ''))).toEqual(
      ['Apples', 'Pears'],
    )
  })

  test('of nothing still have an axis', () => {
    const markup = renderToStaticMarkup(<StackedBars data={{ ...data, labels: [], series: [] }} />)
    expect(markup).not.toContain('NaN')
    expect(valueScale(0).domain()).toEqual([0, 1])
  })

  test('write whole numbers, and the last of many labels', () => {
    expect(wholeTicks([0, 0.5, 1])).toEqual([0, 1])
    expect([...writtenLabels(7, 3)].sort()).toEqual([0, 3, 6])
    expect(writtenLabels(30, 10).size).toBe(10)
    expect(writtenLabels(30, 10).has(29)).toBe(true)
  })
})

describe('a sparkline', () => {
  test('is drawn from two values on, and says what it shows', () => {
    expect(renderToStaticMarkup(<Sparkline label="from 1 to 4" values={[4]} />)).toBe('')
    expect(renderToStaticMarkup(<Sparkline label="from 1 to 4" values={[1, 4]} />)).toContain(
      'aria-label="from 1 to 4"',
    )
    expect(renderToStaticMarkup(<Sparkline label="flat" values={[0, 0]} />)).not.toContain('NaN')
  })
})

describe('a data table', () => {
  test('names its rows and columns', () => {
    const markup = renderToStaticMarkup(
      <DataTable
        caption="Fruit"
        rowHead="Day"
        columns={['Apples']}
        rows={[{ name: 'Mon', values: [1_234] }]}
      />,
    )
    expect(markup).toContain('<caption>Fruit</caption>')
    expect(markup).toContain('<th scope="row">Mon</th><td>1,234</td>')
  })
})
