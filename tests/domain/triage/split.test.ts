import { splitIssue } from '@domain/triage/split'
import { expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const raisedAt = Date.UTC(2026, 2, 1, 15)

function laptopWithIssue(): Laptop {
  const laptop = makeLaptop('ana')
  laptop.write([
    {
      entity: 'issue',
      key: 'a',
      fields: { shortKey: 'T-1', title: 'Two things', reporter: 'Bo', severity: 1, owner: 'p', raisedAt },
    },
    {
      entity: 'comment',
      key: 'c',
      fields: { issue: 'a', author: 'Bo', text: 'And the scanner', writtenAt: 5 },
    },
  ])
  return laptop
}

function split(laptop: Laptop, title: string) {
  const row = laptop.replica.rows('issue').get('a')
  const comment = laptop.replica.rows('comment').get('c')
  if (!row || !comment) throw new Error('no issue')
  return splitIssue(row, { key: 'b', shortKey: 'T-2', title, comments: [{ key: 'copy', comment }] })
}

test('the other half comes into the inbox, counts from the beginning, and both know each other', () => {
  const laptop = laptopWithIssue()
  const plan = split(laptop, ' Scanner ')
  if (!plan.ok) throw new Error(plan.reason)
  expect(plan.label).toBe('T-2 split off T-1')
  laptop.write(plan.intents)
  const other = laptop.replica.rows('issue').get('b')?.values
  expect(other).toEqual({
    shortKey: 'T-2',
    title: 'Scanner',
    status: 'new',
    raisedAt,
    reporter: 'Bo',
    'link:split-from:a': true,
  })
  expect(laptop.value('issue', 'a', 'link:split-into:b')).toBe(true)
})

test('chosen comments are told of both', () => {
  const laptop = laptopWithIssue()
  const plan = split(laptop, 'Scanner')
  if (plan.ok) laptop.write(plan.intents)
  expect(laptop.replica.rows('comment').get('copy')?.values).toMatchObject({
    issue: 'b',
    author: 'Bo',
    text: 'And the scanner',
    writtenAt: 5,
  })
  expect(laptop.value('comment', 'c', 'issue')).toBe('a')
})

test('needs a title', () => {
  expect(split(laptopWithIssue(), '  ')).toEqual({ ok: false, reason: 'The new issue needs a title.' })
  expect(split(laptopWithIssue(), 'x'.repeat(200_001)).ok).toBe(false)
})
