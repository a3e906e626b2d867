import type { Fields } from '@domain/model/value'
import {
  addComment,
  addTag,
  assign,
  assignNewcomer,
  createIssue,
  editField,
  removeIssue,
  removeTag,
  setSeverity,
} from '@domain/triage/commands'
import type { Planned, Refused } from '@domain/triage/plan'
import { nextShortKey } from '@domain/triage/short-key'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

function laptopWithIssue(): Laptop {
  const laptop = makeLaptop('ana')
  laptop.write({ entity: 'issue', key: 'a', fields: { shortKey: 'TES-1', title: 'Printer', severity: 3 } })
  return laptop
}

function newcomer(laptop: Laptop, name: string) {
  const plan = assignNewcomer(rowOf(laptop), name, laptop.replica.rows('person'))
  return plan.ok ? fieldsOf(plan) : plan.reason
}

function rowOf(laptop: Laptop) {
  const row = laptop.replica.rows('issue').get('a')
  if (!row) throw new Error('no issue')
  return row
}

function fieldsOf(plan: Planned | Refused) {
  return plan.ok ? plan.intents.map(({ entity, fields }) => ({ entity, fields })) : plan.reason
}

describe('editing', () => {
  test('is named for the list of changes', () => {
    const row = rowOf(laptopWithIssue())
    expect(setSeverity(row, 1).label).toBe('Severity of TES-1 set to 1')
    expect(assign(row, { key: 'p', name: 'Bo' }).label).toBe('TES-1 given to Bo')
    expect(removeIssue(row).label).toBe('Issue TES-1 removed')
  })

  test('trims text, takes empty text for nothing, and writes nothing where nothing changes', () => {
    const row = rowOf(laptopWithIssue())
    expect(fieldsOf(editField(row, 'title', ' Printer '))).toEqual([])
    expect(fieldsOf(editField(row, 'component', '  '))).toEqual([])
    expect(fieldsOf(editField(row, 'component', ' Billing '))).toEqual([
      { entity: 'issue', fields: { component: 'Billing' } },
    ])
  })

  test('refuses an empty title and a value of the wrong kind', () => {
    const row = rowOf(laptopWithIssue())
    expect(editField(row, 'title', '')).toEqual({ ok: false, reason: 'An issue needs a title.' })
    expect(editField(row, 'title', 'x'.repeat(200_001)).ok).toBe(false)
    expect(editField(row, 'raisedAt', Number.MAX_VALUE).ok).toBe(false)
  })

  test('a newcomer joins the people and owns the issue', () => {
    expect(newcomer(laptopWithIssue(), '  Bo   Lind ')).toEqual([
      { entity: 'person', fields: { name: 'Bo Lind', removed: false } },
      { entity: 'issue', fields: { owner: 'person:bo lind' } },
    ])
  })

  test('whoever is typed as somebody new and is on the list already keeps name and place there', () => {
    const laptop = laptopWithIssue()
    const person = (key: string, fields: Fields) => laptop.write({ entity: 'person', key, fields })
    person('person:bo lind', { name: 'Bo Lind' })
    person('person:ana', { name: 'Anna Ek' })
    person('person:eve', { name: 'Eve', leftOn: '2026-03-01' })
    person('person:max', { name: 'Max', leftOn: '2026-03-01', removed: true })
    expect(newcomer(laptop, 'BO lind')).toEqual([{ entity: 'issue', fields: { owner: 'person:bo lind' } }])
    expect(newcomer(laptop, 'anna ek')).toEqual([{ entity: 'issue', fields: { owner: 'person:ana' } }])
    expect(newcomer(laptop, 'Ana')).toEqual([{ entity: 'issue', fields: { owner: 'person:ana' } }])
    expect(newcomer(laptop, 'eve')).toBe('Eve has left.')
    expect(newcomer(laptop, 'Max')).toEqual([
      { entity: 'person', fields: { name: 'Max', removed: false, leftOn: null } },
      { entity: 'issue', fields: { owner: 'person:max' } },
    ])
  })

  test('tags are one field each, so that two laptops can tag at once', () => {
    const laptop = laptopWithIssue()
    const added = addTag(rowOf(laptop), ' pay  roll ')
    expect(fieldsOf(added)).toEqual([{ entity: 'issue', fields: { 'tag:pay roll': true } }])
    if (added.ok) laptop.write(added.intents)
    expect(fieldsOf(addTag(rowOf(laptop), 'pay roll'))).toEqual([])
    expect(fieldsOf(removeTag(rowOf(laptop), 'pay roll'))).toEqual([
      { entity: 'issue', fields: { 'tag:pay roll': false } },
    ])
    expect(addTag(rowOf(laptop), ' ').ok).toBe(false)
    expect(addTag(rowOf(laptop), 'x'.repeat(101)).ok).toBe(false)
  })

  test('a comment is a row of its own', () => {
    const comment = { key: 'c1', author: 'Ana', text: ' Called them. ', now: 5 }
    expect(fieldsOf(addComment(rowOf(laptopWithIssue()), comment))).toEqual([
      {
        entity: 'comment',
        fields: { issue: 'a', author: 'Ana', text: 'Called them.', writtenAt: 5, origin: 'typed' },
      },
    ])
    expect(addComment(rowOf(laptopWithIssue()), { ...comment, text: '\n' }).ok).toBe(false)
  })

  test('a new issue is new, raised now, and its severity is as reported', () => {
    const typed = {
      title: ' No print ',
      severity: 2,
      reporter: '',
      owner: 'person:bo',
      team: 'project',
    } as const
    const plan = createIssue('k', 'ANA-1', typed, 7)
    expect(fieldsOf(plan)).toEqual([
      {
        entity: 'issue',
        fields: {
          shortKey: 'ANA-1',
          title: 'No print',
          severity: 2,
          reportedSeverity: 2,
          owner: 'person:bo',
          team: 'project',
          status: 'new',
          raisedAt: 7,
        },
      },
    ])
    expect(createIssue('k', 'ANA-1', { title: ' ' }, 7)).toEqual({
      ok: false,
      reason: 'An issue needs a title.',
    })
  })
})

describe('short keys', () => {
  test('begin with letters of the laptop and count on', () => {
    expect(nextShortKey('k3q9mzz000', [])).toBe('KQM-1')
    expect(nextShortKey('k3q9mzz000', ['KQM-1', 'KQM-9', 'KQM-x', 'TES-40', null, undefined])).toBe('KQM-10')
    expect(nextShortKey('0123456789', [])).toBe('XX-1')
  })
})
