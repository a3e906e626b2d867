import type { Fields } from '@domain/model/value'
import { type OwnershipContext, orphanReason, teamsAreUsed } from '@domain/ownership/orphans'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const now = Date.UTC(2026, 2, 2, 8)

function reasonOf(fields: Record<string, string | boolean | null>, breached = false, away = false) {
  const laptop = makeLaptop('desk')
  laptop.write([
    { entity: 'person', key: 'ana', fields: { name: 'Ana', side: 'project' } },
    { entity: 'person', key: 'ben', fields: { name: 'Ben', leftOn: '2026-03-01' } },
    { entity: 'person', key: 'cem', fields: { name: 'Cem', leftOn: '2026-03-02' } },
    { entity: 'person', key: 'dia', fields: { name: 'Dia', removed: true } },
    { entity: 'issue', key: 'i', fields: { status: 'in-progress', team: 'project', ...fields } },
  ])
  const context: OwnershipContext = {
    now,
    zone: 'Europe/Berlin',
    people: laptop.replica.rows('person'),
    isAway: () => away,
    teamsAreUsed: true,
  }
  const row = laptop.replica.rows('issue').get('i')
  return row && orphanReason(row, { breached }, context)
}

test('an issue that somebody has is no orphan', () => {
  expect(reasonOf({ owner: 'ana' })).toBeUndefined()
})

test('the gravest reason is the one that is told', () => {
  expect(reasonOf({}, true)).toBe('nobody')
  expect(reasonOf({ owner: 'ben' }, true, true)).toBe('left')
  expect(reasonOf({ owner: 'ana' }, true, true)).toBe('away')
  expect(reasonOf({ owner: 'ana', team: 'steady-state' }, true)).toBe('untouched')
  expect(reasonOf({ owner: 'ana', team: 'steady-state' })).toBe('between-teams')
})

test('who is not on the list, or was taken off it, has left; the last day still counts', () => {
  expect(reasonOf({ owner: 'stranger' })).toBe('left')
  expect(reasonOf({ owner: 'dia' })).toBe('left')
  expect(reasonOf({ owner: 'cem' })).toBeUndefined()
})

test('what is over, or removed, is no orphan', () => {
  expect(reasonOf({ status: 'closed' })).toBeUndefined()
  expect(reasonOf({ removed: true })).toBeUndefined()
})

test('nothing sits between the teams where nobody and nothing has one', () => {
  const laptop = makeLaptop('desk')
  const [people, issues] = [laptop.replica.rows('person'), laptop.replica.rows('issue')]
  const used = () => teamsAreUsed(people.values(), issues.values())
  const reason = () => {
    const context = { now, zone: 'Europe/Berlin', people, isAway: () => false, teamsAreUsed: used() }
    const row = issues.get('imported')
    return row && orphanReason(row, { breached: false }, context)
  }
  const write = (entity: string, key: string, fields: Fields) => laptop.write({ entity, key, fields })
  write('person', 'eva', { name: 'Eva' })
  write('person', 'fay', { name: 'Fay' })
  write('issue', 'imported', { status: 'in-progress', owner: 'eva' })
  expect([used(), reason()]).toEqual([false, undefined])

  write('issue', 'triaged', { status: 'triaged', team: 'project', owner: 'fay' })
  expect([used(), reason()]).toEqual([true, 'between-teams'])
  write('issue', 'triaged', { removed: true })
  expect([used(), reason()]).toEqual([false, undefined])

  write('person', 'fay', { side: 'steady-state' })
  expect([used(), reason()]).toEqual([true, 'between-teams'])
})
