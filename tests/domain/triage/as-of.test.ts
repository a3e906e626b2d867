import type { Fields } from '@domain/model/value'
import {
  endedAt,
  existsAt,
  type IssueRow,
  isOpenAt,
  ownerAt,
  phasesOf,
  raisedAt,
  severityAt,
  statusAt,
} from '@domain/triage/as-of'
import { describe, expect, test } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const hour = 60 * 60_000
const day = 24 * hour
const later = firstMorning + 30 * day

/** An issue written down long after, whose history tells its own times. */
function issue(first: Fields, ...changes: readonly (readonly [at: number, fields: Fields])[]): IssueRow {
  const laptop = makeLaptop('lead', later)
  const write = (fields: Fields, at?: number) =>
    laptop.write({ entity: 'issue', key: 'one', fields, ...(at !== undefined && { at }) })
  write(first, firstMorning)
  for (const [at, fields] of changes) write(fields, firstMorning + at)
  const row = laptop.replica.rows('issue').get('one')
  if (!row) throw new Error('the issue was not written')
  return row
}

describe('an issue as of an instant', () => {
  const row = issue(
    { title: 'Printer prints blanks', raisedAt: firstMorning, status: 'new', severity: 3 },
    [hour, { status: 'triaged', severity: 2, owner: 'ines' }],
    [3 * hour, { status: 'resolved' }],
    [day, { status: 'returned', severity: 1, owner: 'tom' }],
    [2 * day, { status: 'resolved' }],
    [3 * day, { status: 'closed' }],
  )

  test('does not exist before it was raised', () => {
    expect(existsAt(row, firstMorning - 1)).toBe(false)
    expect(statusAt(row, firstMorning - 1)).toBeUndefined()
    expect(severityAt(row, firstMorning - 1)).toBeUndefined()
    expect(isOpenAt(row, firstMorning - 1)).toBe(false)
    expect(existsAt(row, firstMorning)).toBe(true)
  })

  test('has the status, severity and owner it had then', () => {
    const at = (by: number) => [
      statusAt(row, firstMorning + by),
      severityAt(row, firstMorning + by),
      ownerAt(row, firstMorning + by),
    ]
    expect(at(0)).toEqual(['new', 3, null])
    expect(at(hour - 1)).toEqual(['new', 3, null])
    expect(at(hour)).toEqual(['triaged', 2, 'ines'])
    expect(at(3 * hour)).toEqual(['resolved', 2, 'ines'])
    expect(at(day)).toEqual(['returned', 1, 'tom'])
    expect(at(30 * day)).toEqual(['closed', 1, 'tom'])
  })

  test('is open again once it is returned', () => {
    expect([0, 3 * hour, day, 2 * day, 3 * day].map((by) => isOpenAt(row, firstMorning + by))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
  })

  test('ended when it last stopped being open: being closed after that is no second end', () => {
    const phases = phasesOf(row)
    expect(endedAt(phases, firstMorning + hour)).toBeUndefined()
    expect(endedAt(phases, firstMorning + 4 * hour)).toBe(firstMorning + 3 * hour)
    expect(endedAt(phases, firstMorning + day)).toBeUndefined()
    expect(endedAt(phases, firstMorning + 5 * day)).toBe(firstMorning + 2 * day)
  })

  test('a removed one never was', () => {
    const removed = issue({ title: 'Typed twice', status: 'new' }, [day, { removed: true }])
    expect(existsAt(removed, firstMorning + hour)).toBe(false)
    expect(phasesOf(removed)).toEqual([])
  })
})

describe('an issue whose history is thin', () => {
  test('exists from its first record when nobody said when it was raised', () => {
    const row = issue({ title: 'No times' })
    expect(raisedAt(row)).toBe(firstMorning)
    expect(statusAt(row, firstMorning)).toBe('new')
    expect(severityAt(row, firstMorning)).toBeNull()
  })

  test('is new from being raised to its first record, with the severity first recorded', () => {
    const row = issue({ raisedAt: firstMorning - 2 * day, status: 'in-progress', severity: 2 })
    expect(statusAt(row, firstMorning - day)).toBe('new')
    expect(severityAt(row, firstMorning - day)).toBe(2)
    expect(statusAt(row, firstMorning)).toBe('in-progress')
  })

  test('ended when its source says so, though only the end is recorded', () => {
    const row = issue({
      raisedAt: firstMorning - 5 * day,
      status: 'closed',
      resolvedAt: firstMorning - 3 * day,
    })
    expect(isOpenAt(row, firstMorning - 4 * day)).toBe(true)
    expect(isOpenAt(row, firstMorning - 3 * day)).toBe(false)
    expect(endedAt(phasesOf(row), firstMorning)).toBe(firstMorning - 3 * day)
  })

  test('a resolution dated before the issue, or after it was written down, is not believed', () => {
    const early = issue({ raisedAt: firstMorning, status: 'resolved', resolvedAt: firstMorning - day })
    expect(endedAt(phasesOf(early), later)).toBe(firstMorning)
    const future = issue({ raisedAt: firstMorning, status: 'resolved', resolvedAt: later + 100 * day })
    expect(endedAt(phasesOf(future), later)).toBe(firstMorning)
  })

  test('an earlier end keeps its own time when the issue came back since', () => {
    const row = issue(
      { raisedAt: firstMorning, status: 'new', resolvedAt: firstMorning + hour },
      [day, { status: 'resolved' }],
      [2 * day, { status: 'returned' }],
    )
    expect(isOpenAt(row, firstMorning + 2 * hour)).toBe(true)
    expect(isOpenAt(row, firstMorning + day)).toBe(false)
    expect(isOpenAt(row, firstMorning + 2 * day)).toBe(true)
  })
})
