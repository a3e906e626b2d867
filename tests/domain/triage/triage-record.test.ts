import { recordDecision, triageRecords } from '@domain/triage/triage-record'
import { expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

function record(laptop: Laptop, issue: string, words: string, now: number, left: number, key = 's') {
  const session = laptop.replica.rows('triageSession').get(key)
  laptop.write(recordDecision(session, { key, by: 'Ana', now, left }, issue, words))
}

const recordsOf = (laptop: Laptop) => triageRecords(laptop.replica.rows('triageSession').values())

test('tells who, when, what was decided and what was left', () => {
  const laptop = makeLaptop('ana')
  record(laptop, 'a', 'severity 2', 10, 2)
  record(laptop, 'a', 'owner Priya', 20, 2)
  record(laptop, 'b', 'declined: as agreed', 30, 1)
  expect(recordsOf(laptop)).toEqual([
    {
      key: 's',
      by: 'Ana',
      startedAt: 10,
      endedAt: 30,
      left: 1,
      decided: [
        { issue: 'a', decisions: ['severity 2', 'owner Priya'] },
        { issue: 'b', decisions: ['declined: as agreed'] },
      ],
    },
  ])
})

test('a later word on the same stands in place of the one before; splits and comments add up', () => {
  const laptop = makeLaptop('ana')
  for (const words of ['severity 2', 'split off T-2: A', 'severity 1', 'split off T-3: B', 'triaged'])
    record(laptop, 'a', words, 10, 1)
  record(laptop, 'a', 'on hold: waiting\nfor a user', 10, 1)
  expect(recordsOf(laptop)[0]?.decided[0]?.decisions).toEqual([
    'split off T-2: A',
    'severity 1',
    'split off T-3: B',
    'on hold: waiting for a user',
  ])
})

test('a session whose decisions were all undone is none, and goes on with the next', () => {
  const laptop = makeLaptop('ana')
  record(laptop, 'a', 'severity 2', 10, 2)
  laptop.write({ entity: 'triageSession', key: 's', fields: { removed: true } })
  expect(recordsOf(laptop)).toEqual([])
  record(laptop, 'a', 'severity 3', 40, 2)
  expect(recordsOf(laptop)).toMatchObject([
    { startedAt: 40, decided: [{ issue: 'a', decisions: ['severity 3'] }] },
  ])
})

test('the latest session comes first', () => {
  const laptop = makeLaptop('ana')
  record(laptop, 'a', 'triaged', 10, 2, 'early')
  record(laptop, 'b', 'triaged', 90, 1, 'late')
  expect(recordsOf(laptop).map(({ key }) => key)).toEqual(['late', 'early'])
})
