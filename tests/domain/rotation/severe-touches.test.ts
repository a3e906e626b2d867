import { fewestTouches, heroIndices, severeTouches } from '@domain/rotation/severe-touches'
import { expect, test } from 'vitest'
import { finished } from '../../support/finished'
import { makeLaptop } from '../../support/laptop'

const start = Date.UTC(2026, 10, 2, 8)
const hour = 3_600_000

function warRoom() {
  const laptop = makeLaptop('desk', start)
  laptop.write({ entity: 'person', key: 'ines', fields: { name: 'Inês Carvalho', sourceName: 'icarvalho' } })
  laptop.write({ entity: 'person', key: 'noor', fields: { name: 'Noor Haddad', email: 'noor@example.com' } })
  const touch = (by: string, hours: number, fields: Record<string, string | number | null>) =>
    laptop.write({ entity: 'issue', key: 'a', fields, by, at: start + hours * hour })
  const comment = (key: string, author: string, hours: number) =>
    laptop.write({
      entity: 'comment',
      key,
      fields: { issue: 'a', author, text: 'Looked at it', writtenAt: start + hours * hour, origin: 'typed' },
    })
  const touches = (from = start - hour, to = start + 100 * hour) =>
    finished(
      severeTouches(
        {
          issues: laptop.replica.rows('issue'),
          comments: laptop.replica.rows('comment').values(),
          people: laptop.replica.rows('person').values(),
        },
        from,
        to,
      ),
    )
  return { laptop, touch, comment, touches }
}

test('what is done to an issue counts while it is of severity 1 or 2, and by whoever is on the list', () => {
  const { touch, comment, touches } = warRoom()
  touch('Inês Carvalho', 0, { title: 'Invoices are late', status: 'new', severity: 3 })
  touch('icarvalho', 1, { status: 'triaged' })
  touch('Noor Haddad', 2, { severity: 1 })
  touch('noor@example.com', 3, { status: 'in-progress', owner: 'noor' })
  comment('c1', 'inês  carvalho', 4)
  comment('c2', 'jira.csv', 5)
  touch('Inês Carvalho', 6, { severity: 3 })
  comment('c3', 'Noor Haddad', 7)
  expect(
    touches()
      .sort((a, b) => a.at - b.at)
      .map(({ person, at }) => [person, (at - start) / hour]),
  ).toEqual([
    ['noor', 2],
    ['noor', 3],
    ['ines', 4],
  ])
})

test('a removed comment, a removed issue and what lies outside of the time are none', () => {
  const { laptop, touch, comment, touches } = warRoom()
  touch('Noor Haddad', 0, { title: 'No bills', status: 'new', severity: 2 })
  comment('c1', 'Noor Haddad', 1)
  comment('c2', 'Noor Haddad', 2)
  laptop.write({ entity: 'comment', key: 'c1', fields: { removed: true } })
  expect(touches(start, start + 2 * hour)).toHaveLength(1)
  expect(touches(start, start + 1.5 * hour)).toEqual([])
  laptop.write({ entity: 'issue', key: 'a', fields: { removed: true } })
  expect(touches()).toEqual([])
})

test('the hero index is each one’s share of all touches', () => {
  const touch = (person: string, at: number) => ({ person, issue: 'a', at })
  expect(heroIndices([touch('ines', 1), touch('noor', 2), touch('ines', 3), touch('ines', 4)])).toEqual([
    { person: 'ines', touches: 3, percent: 75 },
    { person: 'noor', touches: 1, percent: 25 },
  ])
  expect(heroIndices([])).toEqual([])
  expect(fewestTouches).toBe(10)
})
