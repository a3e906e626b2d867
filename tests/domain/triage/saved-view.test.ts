import { builtInViews } from '@domain/triage/built-in-views'
import { everyIssueLook, goneFrom, type IssueLook, isSameLook } from '@domain/triage/issue-look'
import { type ColumnFilter, everyIssue } from '@domain/triage/issue-query'
import type { Planned, Refused } from '@domain/triage/plan'
import {
  readView,
  removeView,
  renameView,
  saveView,
  standingViews,
  updateView,
} from '@domain/triage/saved-view'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const key = 'view-1'
const look: IssueLook = {
  query: {
    search: 'payroll',
    filters: [
      { column: 'column:Sprint\nNo.', kind: 'contains', text: '12' },
      { column: 'owner', kind: 'any-of', values: ['person:ana', null] },
    ],
    sorting: { column: 'severity', descending: false },
  },
  grouping: 'team',
  columns: ['key', 'column:Sprint\nNo.', 'title'],
}

function written(laptop: Laptop, plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
  return laptop.replica.rows('savedView')
}

function saved(laptop: Laptop, wanted = look, name = 'Payroll', as = key) {
  const rows = laptop.replica.rows('savedView')
  const row = written(laptop, saveView(as, name, wanted, rows.values())).get(as)
  if (!row) throw new Error('The view was not written')
  return row
}

const refusal = (plan: Planned | Refused) => (plan.ok ? undefined : plan.reason)

describe('a saved view', () => {
  test('reads as it was saved', () => {
    const row = saved(makeLaptop('ana'))
    expect(row.values.name).toBe('Payroll')
    expect(readView(row)).toEqual({ look, notUnderstood: [] })
  })

  test('reads as it was saved, whatever it holds', () => {
    const column = fc.constantFrom(
      'severity',
      'owner',
      'title',
      'tags',
      'usersAffected',
      'column:__proto__',
      'column:Ä "x"',
    )
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
    const filter: fc.Arbitrary<ColumnFilter> = fc.oneof(
      fc.record({
        column,
        kind: fc.constant('any-of' as const),
        values: fc.uniqueArray(value, { minLength: 1 }),
      }),
      fc.record({ column, kind: fc.constant('contains' as const), text: fc.string() }),
      fc.record({ column, kind: fc.constant('filled' as const), filled: fc.boolean() }),
      fc.record({ column, kind: fc.constant('range' as const), from: fc.integer() }),
    )
    const looks: fc.Arbitrary<IssueLook> = fc.record({
      query: fc.record({
        search: fc.string().map((text) => text.trim()),
        filters: fc.uniqueArray(filter, { selector: ({ column }) => column }),
        sorting: fc.record({
          column: fc.constantFrom('key', 'raisedAt', 'column:Due'),
          descending: fc.boolean(),
        }),
      }),
      grouping: fc.constantFrom(null, 'owner', 'status', 'column:Due'),
      columns: fc.option(fc.uniqueArray(fc.string(), { minLength: 1 })),
    })
    fc.assert(
      fc.property(looks, looks, (first, second) => {
        const laptop = makeLaptop('ana')
        const row = saved(laptop, first)
        expect(isSameLook(readView(row).look, first)).toBe(true)
        const after = written(laptop, updateView(row, second)).get(key)
        if (!after) throw new Error('The view is gone')
        expect(readView(after).look.columns).toEqual(second.columns)
        expect(isSameLook(readView(after).look, second)).toBe(true)
      }),
    )
  })

  test('of a newer version opens without what is not understood, and keeps it through a change', () => {
    const laptop = makeLaptop('ana')
    const row = saved(laptop)
    const newer = { kind: 'any-of', values: [1], not: true }
    laptop.write([
      {
        entity: 'savedView',
        key,
        fields: {
          'filter:severity': JSON.stringify(newer),
          'filter:moonPhase': JSON.stringify({ kind: 'contains', text: 'full' }),
          groupBy: 'moonPhase',
          colours: 'by-age',
        },
      },
    ])
    const { look: shown, notUnderstood } = readView(row)
    expect(shown).toEqual({ ...look, grouping: null })
    expect(notUnderstood).toEqual([
      'A filter of “Severity” is left out.',
      'A filter of “moonPhase” is left out.',
      'It is not grouped by “moonPhase”.',
    ])
    written(laptop, updateView(row, { ...shown, query: { ...shown.query, search: 'pay' } }))
    expect(row.values).toMatchObject({
      search: 'pay',
      'filter:severity': JSON.stringify(newer),
      groupBy: 'moonPhase',
      colours: 'by-age',
    })
  })

  test('opens when its text is damaged', () => {
    const laptop = makeLaptop('ana')
    const row = saved(laptop)
    laptop.write([{ entity: 'savedView', key, fields: { columns: '[1, {', 'filter:owner': 'nonsense' } }])
    const { look: shown, notUnderstood } = readView(row)
    expect(shown.columns).toBeNull()
    expect(notUnderstood).toEqual(['A filter of “Owner” is left out.'])
  })

  test('takes up only what has changed, so that two laptops may change two parts of it', () => {
    const row = saved(makeLaptop('ana'))
    const plan = updateView(row, {
      ...look,
      query: { ...look.query, filters: look.query.filters.slice(0, 1) },
    })
    expect(plan).toMatchObject({ ok: true, label: 'View Payroll changed' })
    expect(plan.ok && plan.intents).toEqual([{ entity: 'savedView', key, fields: { 'filter:owner': null } }])
    expect(updateView(row, look)).toMatchObject({ intents: [] })
  })

  test('has a name that no other has, however it is written', () => {
    const laptop = makeLaptop('ana')
    const row = saved(laptop)
    const rows = laptop.replica.rows('savedView')
    expect(refusal(saveView('view-2', '  ', look, rows.values()))).toBe('Type a name for the view.')
    expect(refusal(saveView('view-2', ' PAYROLL ', look, rows.values()))).toBe(
      'There is a view called PAYROLL already.',
    )
    saved(laptop, look, 'Other', 'view-2')
    expect(refusal(renameView(row, 'other', rows.values()))).toBe('There is a view called other already.')
    expect(refusal(renameView(row, 'x'.repeat(101), rows.values()))).toMatch(/100 characters/)
    expect(renameView(row, 'Payroll', rows.values())).toMatchObject({ intents: [] })
    written(laptop, renameView(row, 'payroll 2', rows.values()))
    expect(standingViews(rows.values()).map(({ values }) => values.name)).toEqual(['Other', 'payroll 2'])
    written(laptop, removeView(row))
    expect(standingViews(rows.values()).map(({ values }) => values.name)).toEqual(['Other'])
    expect(saveView('view-3', 'Payroll 2', look, rows.values())).toMatchObject({ ok: true })
  })

  test('says which people and columns that it names are gone', () => {
    const everythingHere = { isHere: () => true, isImported: () => true }
    expect(goneFrom(look, everythingHere)).toEqual([])
    expect(
      goneFrom(look, {
        isHere: () => false,
        isImported: (id) => (id.startsWith('column:') ? false : undefined),
      }),
    ).toEqual([
      'Owner: somebody who is not on the list of people any more.',
      'No issue has the column “Sprint\nNo.” any more.',
    ])
  })
})

describe('two looks', () => {
  test('are the same whatever the order of filters and values, and the named set of the moment', () => {
    const [first, second] = look.query.filters
    if (first?.kind !== 'contains' || second?.kind !== 'any-of') throw new Error('The look has changed')
    const other: IssueLook = {
      ...look,
      query: {
        ...look.query,
        filters: [
          { ...second, values: [...second.values].reverse() },
          { column: 'set', kind: 'any-of', values: ['1'] },
          first,
        ],
      },
    }
    expect(isSameLook(look, other)).toBe(true)
    expect(isSameLook({ ...look, columns: null }, other)).toBe(true)
    expect(isSameLook({ ...look, grouping: null }, other)).toBe(false)
    expect(isSameLook({ ...look, query: { ...look.query, search: '' } }, other)).toBe(false)
  })
})

describe('built-in views', () => {
  test('have different ids and names, and each its own look', () => {
    const views = builtInViews('person:ana')
    expect(new Set(views.map(({ id }) => id)).size).toBe(views.length)
    expect(new Set(views.map(({ name }) => name)).size).toBe(views.length)
    for (const view of views) expect(views.filter(({ look }) => isSameLook(look, view.look))).toEqual([view])
    expect(views[0]?.look).toEqual({ ...everyIssueLook, query: everyIssue })
  })
})
