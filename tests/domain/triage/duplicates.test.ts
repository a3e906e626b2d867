import type { IssueRow } from '@domain/triage/as-of'
import { issuesTold, mergeIntoDuplicate } from '@domain/triage/duplicates'
import { setStatus } from '@domain/triage/issue-status'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const now = Date.UTC(2026, 2, 2, 9)

function laptopWithTwo(): Laptop {
  const laptop = makeLaptop('ana')
  laptop.write([
    {
      entity: 'issue',
      key: 'first',
      fields: { shortKey: 'T-1', title: 'Printer', status: 'triaged', reporter: 'Bo', usersAffected: 3 },
    },
    {
      entity: 'issue',
      key: 'again',
      fields: {
        shortKey: 'T-2',
        title: 'Printing',
        status: 'new',
        reporter: 'Cy',
        usersAffected: 4,
        'affected:Di': true,
        'affected:Bo': true,
        'affected:Ed': false,
      },
    },
  ])
  return laptop
}

const issueOf = (laptop: Laptop) => (key: string) => laptop.replica.rows('issue').get(key)
function rowOf(laptop: Laptop, key: string): IssueRow {
  const row = issueOf(laptop)(key)
  if (!row) throw new Error(`no issue ${key}`)
  return row
}

function merge(laptop: Laptop, key = 'again', original = 'first') {
  const plan = mergeIntoDuplicate(rowOf(laptop, key), original, now, issueOf(laptop))
  if (plan.ok) laptop.write(plan.intents)
  return plan
}

describe('merging an issue into the one it repeats', () => {
  test('ends it, and those who wait for it wait for the original', () => {
    const laptop = laptopWithTwo()
    expect(merge(laptop)).toMatchObject({ ok: true, label: 'T-2 merged into T-1' })
    expect(rowOf(laptop, 'again').values).toMatchObject({ status: 'duplicate', duplicateOf: 'first' })
    const { values } = rowOf(laptop, 'first')
    expect(values).toMatchObject({ usersAffected: 7, 'affected:Cy': true, 'affected:Di': true })
    expect(values['affected:Bo']).toBeUndefined()
    expect(values['affected:Ed']).toBeUndefined()
  })

  test('adds no numbers where one of them is missing', () => {
    const laptop = laptopWithTwo()
    laptop.write({ entity: 'issue', key: 'first', fields: { usersAffected: null } })
    merge(laptop)
    expect(rowOf(laptop, 'first').values.usersAffected).toBeNull()
  })

  test('adds the numbers once, however often it is merged', () => {
    const laptop = laptopWithTwo()
    merge(laptop)
    const back = setStatus(rowOf(laptop, 'again'), { status: 'returned' }, now, issueOf(laptop))
    if (back.ok) laptop.write(back.intents)
    merge(laptop)
    expect(rowOf(laptop, 'first').values.usersAffected).toBe(7)
  })

  test('is refused into itself, into nothing, and in a circle', () => {
    const laptop = laptopWithTwo()
    expect(merge(laptop, 'again', 'again').ok).toBe(false)
    expect(merge(laptop, 'again', 'nowhere').ok).toBe(false)
    merge(laptop)
    expect(merge(laptop, 'first', 'again')).toEqual({
      ok: false,
      reason: 'T-2 is itself a duplicate of T-1.',
    })
  })
})

describe('what tells of an issue', () => {
  test('is what was written on it and on its duplicates, theirs too', () => {
    const laptop = laptopWithTwo()
    laptop.write({ entity: 'issue', key: 'third', fields: { shortKey: 'T-3', status: 'new' } })
    merge(laptop, 'third', 'again')
    merge(laptop)
    expect([...issuesTold(rowOf(laptop, 'first'), issueOf(laptop))]).toEqual(['first', 'again', 'third'])
  })

  test('is no longer what was written on one that came back', () => {
    const laptop = laptopWithTwo()
    merge(laptop)
    const back = setStatus(rowOf(laptop, 'again'), { status: 'returned' }, now, issueOf(laptop))
    if (back.ok) laptop.write(back.intents)
    expect([...issuesTold(rowOf(laptop, 'first'), issueOf(laptop))]).toEqual(['first'])
  })
})
