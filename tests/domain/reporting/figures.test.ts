import { type Figure, figureSchema } from '@domain/reporting/figure'
import { figures, figuresForPrograms } from '@domain/reporting/figures'
import { numberText } from '@domain/reporting/number-text'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { day, goLive, hour, hypercare, type Told } from './hypercare'

const story: readonly Told[] = [
  { at: hour, key: 'a', fields: { title: 'A', status: 'new', severity: 1, owner: 'ines' } },
  { at: 2 * hour, key: 'a', fields: { status: 'in-progress' } },
  { at: 30 * hour, key: 'a', fields: { severity: 2 } },
  { at: hour, key: 'b', fields: { title: 'B', status: 'triaged', severity: 3, class: 'training-gap' } },
  { at: 3 * hour, key: 'b', fields: { status: 'resolved', rescue: 'steady-state-alone' } },
  { at: 26 * hour, key: 'b', fields: { status: 'returned', severity: 2 } },
  { at: 27 * hour, key: 'c', fields: { title: 'C', status: 'new' } },
  { at: 2 * hour, key: 'd', fields: { title: 'D', status: 'new', severity: 2, class: 'defect' } },
  { at: 28 * hour, key: 'd', fields: { status: 'resolved', rescue: 'project-team' } },
  { at: 2 * hour, key: 'e', fields: { title: 'E', status: 'new', severity: 1 } },
  { at: 29 * hour, key: 'e', fields: { status: 'duplicate' } },
  { at: 2 * hour, key: 'f', fields: { title: 'F', status: 'on-hold', holdReason: 'decision', severity: 3 } },
  { at: hour, key: 'gone', fields: { title: 'Typed twice', status: 'new', severity: 1 } },
  { at: 2 * hour, key: 'gone', fields: { removed: true } },
  { at: hour, entity: 'decision', key: 'x', fields: { title: 'Extend?', status: 'needed' } },
]

function told(asOf: number): Record<string, [number | null, string]> {
  const replica = hypercare(story)
  return Object.fromEntries(
    figures(replica, { asOf }).map(({ id, value, rows }) => [
      id,
      [
        value,
        rows
          .map(({ key }) => key)
          .sort()
          .join(' '),
      ],
    ]),
  )
}

describe('figures', () => {
  test('count what is open, and what changed in the last 24 hours, each with its rows', () => {
    expect(told(goLive + 31 * hour)).toMatchObject({
      open: [4, 'a b c f'],
      'open-severity-1': [0, ''],
      'open-severity-2': [2, 'a b'],
      'open-severity-3': [1, 'f'],
      'open-severity-unset': [1, 'c'],
      'open-change-since-yesterday': [0, 'b c d e'],
      'new-since-yesterday': [1, 'c'],
      'resolved-since-yesterday': [1, 'd'],
      'declined-since-yesterday': [1, 'e'],
      'reopened-since-yesterday': [1, 'b'],
      'severity-raised-since-yesterday': [1, 'b'],
      'severity-lowered-since-yesterday': [1, 'a'],
      untriaged: [1, 'c'],
      'without-owner': [3, 'b c f'],
      'on-hold': [1, 'f'],
      'decisions-needed': [2, 'f x'],
      raised: [6, 'a b c d e f'],
      ended: [2, 'd e'],
    })
  })

  test('tell any past instant as it was', () => {
    expect(told(goLive + 4 * hour)).toMatchObject({
      open: [4, 'a d e f'],
      'open-severity-1': [2, 'a e'],
      'resolved-since-yesterday': [1, 'b'],
      raised: [5, 'a b d e f'],
    })
    expect(told(goLive - hour)).toMatchObject({ open: [0, ''], raised: [0, ''] })
  })

  test('have no value, rather than nought, where there is nothing to measure', () => {
    const empty = figures(hypercare([]), { asOf: goLive + day })
    const figure = (id: string) => empty.find((other) => other.id === id)
    expect(figure('open')).toMatchObject({ value: 0, display: '0' })
    for (const id of [
      'training-gap-share',
      'steady-state-alone-share',
      'median-days-to-resolve',
      'oldest-open-days',
    ])
      expect(figure(id)).toMatchObject({ value: null, display: 'no data yet', rows: [] })
  })

  test('work out shares and times', () => {
    const [training, alone, oldest, median] = [
      'training-gap-share',
      'steady-state-alone-share',
      'oldest-open-days',
      'median-days-to-resolve',
    ].map((id) => figures(hypercare(story), { asOf: goLive + 3 * day }).find((other) => other.id === id))
    expect(training).toMatchObject({ value: 50, display: '50%', rows: [{ entity: 'issue', key: 'b' }] })
    expect(alone).toMatchObject({ value: 0, display: '0%' })
    expect(oldest).toMatchObject({ value: 2, display: '2 days' })
    expect(median?.value).toBeCloseTo(26 / 24)
    expect(median?.display).toBe('1.1 days')
  })

  test('below nought carry a true minus sign for people, and a hyphen for programs', () => {
    const replica = hypercare([
      { at: hour, key: 'a', fields: { title: 'a', status: 'new' } },
      { at: 2 * day, key: 'a', fields: { status: 'closed' } },
    ])
    const asOf = goLive + 2 * day + hour
    const change = (all: readonly Figure[]) => all.find(({ id }) => id === 'open-change-since-yesterday')
    expect(change(figures(replica, { asOf }))).toMatchObject({ value: -1, display: '−1' })
    expect(change(figuresForPrograms(replica, { asOf }))).toMatchObject({ value: -1, display: '-1' })
    expect(numberText(-1_234.56, 1)).toBe('−1,234.6')
    expect(numberText(-0.2)).toBe('0')
  })

  test('each explain themselves, are called by one name, and can be sent as JSON', () => {
    const all = figures(hypercare(story), { asOf: goLive + day })
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const figure of all) {
      expect(figure.definition).toMatch(/^[A-Z].*\.$/)
      expect(figure.formula.length).toBeGreaterThan(10)
      expect(z.parse(figureSchema, JSON.parse(JSON.stringify(figure)))).toEqual(figure)
    }
  })
})
