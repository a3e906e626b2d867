import { ableToBecome, setStatusOfMany } from '@domain/triage/status-of-many'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

function issues() {
  const laptop = makeLaptop('ana')
  for (const [key, status] of Object.entries({ a: 'new', b: 'in-progress', c: 'closed' }))
    laptop.write({ entity: 'issue', key, fields: { shortKey: key.toUpperCase(), title: key, status } })
  const rows = laptop.replica.rows('issue')
  return { rows: [...rows.values()], issueOf: (key: string) => rows.get(key) }
}

test('those that can go there go, as one change that says how many', () => {
  const { rows, issueOf } = issues()
  const plan = setStatusOfMany(rows, { status: 'on-hold', reason: 'vendor' }, 1_000, issueOf)
  expect(plan).toMatchObject({ ok: true, label: 'Status of 2 of 3 issues set to on hold' })
  expect(plan.ok && plan.intents.map(({ key, fields }) => [key, fields.status, fields.holdReason])).toEqual([
    ['a', 'on-hold', 'vendor'],
    ['b', 'on-hold', 'vendor'],
  ])
  expect(ableToBecome(rows, 'on-hold').map(({ key }) => key)).toEqual(['a', 'b'])
})

test('all of them, and one alone, are called what they are', () => {
  const { rows, issueOf } = issues()
  const [a, b] = rows
  if (!a || !b) throw new Error('no rows')
  expect(setStatusOfMany([a, b], { status: 'triaged' }, 1_000, issueOf)).toMatchObject({
    label: 'Status of 2 issues set to triaged',
  })
  expect(setStatusOfMany([b], { status: 'triaged' }, 1_000, issueOf)).toMatchObject({
    label: 'Status of B set to triaged',
  })
})

test('the issue that the others are duplicates of stays', () => {
  const { rows, issueOf } = issues()
  const plan = setStatusOfMany(rows, { status: 'duplicate', of: 'b' }, 1_000, issueOf)
  expect(plan.ok && plan.intents.map(({ key, fields }) => [key, fields.duplicateOf])).toEqual([['a', 'b']])
})

test('it is refused where none can go there, or what was answered cannot stand', () => {
  const { rows, issueOf } = issues()
  expect(setStatusOfMany(rows.slice(0, 2), { status: 'closed' }, 1_000, issueOf)).toEqual({
    ok: false,
    reason: 'A is new and cannot become closed from there.',
  })
  expect(setStatusOfMany(rows, { status: 'declined', reason: ' ' }, 1_000, issueOf)).toEqual({
    ok: false,
    reason: 'Say why the issue is declined.',
  })
})
