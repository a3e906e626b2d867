import { columnsOfList, importedColumnsIn, issueColumns } from '@domain/exporting/issue-columns'
import { toJson } from '@domain/exporting/json'
import { listColumns } from '@domain/triage/list-columns'
import { expect, it } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const day = 24 * 60 * 60_000

function exported(fields: Record<string, string | number | boolean | null>) {
  const laptop = makeLaptop('a')
  laptop.write({ entity: 'issue', key: 'i1', fields })
  const rows = [...laptop.replica.rows('issue').values()]
  const people = new Map([['person:lena', 'Lena Brandt']])
  const columns = issueColumns({
    now: firstMorning + 2 * day,
    nameOf: (person) => people.get(person),
    imported: importedColumnsIn(rows),
  })
  return { columns, record: JSON.parse(toJson(columns, rows))[0] as Record<string, unknown> }
}

it('says what a reader needs in words and names', () => {
  const { record } = exported({
    shortKey: 'HC-7',
    title: 'Bills stuck',
    severity: 1,
    status: 'in-progress',
    class: 'training-gap',
    owner: 'person:lena',
    team: 'steady-state',
    raisedAt: firstMorning - day / 2,
    'tag:billing': true,
    'tag:archive': true,
    'tag:gone': false,
    workaround: 'Run it twice',
    description: 'Long story',
  })
  expect(record).toMatchObject({
    key: 'HC-7',
    title: 'Bills stuck',
    severity: 1,
    status: 'In progress',
    class: 'Training gap',
    owner: 'Lena Brandt',
    team: 'Steady-state',
    raisedAt: '2026-03-01T20:00:00.000Z',
    ageDays: 2.5,
    tags: 'archive, billing',
    workaround: 'Run it twice',
    description: 'Long story',
    resolvedAt: null,
  })
})

it('names an unknown owner by the key, so that nothing is lost', () => {
  expect(exported({ owner: 'person:nobody' }).record.owner).toBe('person:nobody')
})

it('counts the age of an ended issue up to its end', () => {
  const laptop = makeLaptop('a')
  laptop.write({ entity: 'issue', key: 'i1', fields: { status: 'new', raisedAt: firstMorning } })
  laptop.now += day
  laptop.write({ entity: 'issue', key: 'i1', fields: { status: 'closed' } })
  const columns = issueColumns({ now: firstMorning + 9 * day, nameOf: () => undefined, imported: [] })
  const age = columns.find(({ id }) => id === 'ageDays')
  const [row] = laptop.replica.rows('issue').values()
  expect(row && age?.read(row)).toBe(1)
})

it('adds every imported column that nobody mapped', () => {
  const { columns, record } = exported({ title: 'x', 'column:Sprint': 'Hypercare 1', 'column:Points': 3 })
  expect(columns.slice(-2).map(({ label }) => label)).toEqual(['Points', 'Sprint'])
  expect(record).toMatchObject({ 'column:Sprint': 'Hypercare 1', 'column:Points': 3 })
})

it('leaves out no column of the screen’s list', () => {
  const ids = exported({ title: 'x' }).columns.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(listColumns.map(({ id }) => id)))
  expect(new Set(ids).size).toBe(ids.length)
})

it('just the columns that a list shows, in its order, and nothing that no row can tell of', () => {
  const columns = columnsOfList(['column:Sprint', 'nextDue', 'status', 'owner', 'column:Sprint 2'], {
    nameOf: (person) => (person === 'person:ana' ? 'Ana' : undefined),
  })
  expect(columns.map(({ label }) => label)).toEqual(['Sprint', 'Status', 'Owner', 'Sprint 2'])
  const laptop = makeLaptop('ana')
  laptop.write({
    entity: 'issue',
    key: 'a',
    fields: { 'column:Sprint': '7', status: 'on-hold', owner: 'person:ana' },
  })
  const row = laptop.replica.rows('issue').get('a')
  expect(row && columns.map(({ read }) => read(row))).toEqual(['7', 'On hold', 'Ana', null])
})
