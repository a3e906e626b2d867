import type { IssueRow } from '@domain/triage/as-of'
import { Inbox } from '@domain/triage/inbox'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const hour = 3_600_000
const morning = Date.UTC(2026, 2, 2, 8)

function write(laptop: Laptop, key: string, fields: Record<string, string | number | boolean | null>) {
  laptop.write({ entity: 'issue', key, fields })
}

function inboxOf(laptop: Laptop, dueOf: (row: IssueRow) => number | undefined = () => undefined) {
  const inbox = new Inbox(laptop.replica.rows('issue'), dueOf)
  const steps = inbox.open(morning)
  while (!steps.next().done);
  return inbox
}

function finish(steps: Generator<void, void> | undefined) {
  while (steps && !steps.next().done);
}

describe('the inbox', () => {
  test('holds new and returned issues and holds that are over, most urgent first', () => {
    const laptop = makeLaptop('ana')
    write(laptop, 'mild', { status: 'new', severity: 3, raisedAt: morning - 9 * hour })
    write(laptop, 'late', { status: 'new', severity: 2, raisedAt: morning - hour })
    write(laptop, 'soon', { status: 'new', severity: 2, raisedAt: morning })
    write(laptop, 'old', { status: 'returned', severity: 2, raisedAt: morning - 5 * hour })
    write(laptop, 'older', { status: 'returned', severity: 2, raisedAt: morning - 6 * hour })
    write(laptop, 'reported', { status: 'new', reportedSeverity: 1, raisedAt: morning })
    write(laptop, 'over', {
      status: 'on-hold',
      holdUntil: morning - 1,
      severity: 1,
      raisedAt: morning - hour,
    })
    write(laptop, 'held', { status: 'on-hold', holdUntil: morning + 1, severity: 1 })
    write(laptop, 'for good', { status: 'on-hold', severity: 1 })
    write(laptop, 'done', { status: 'triaged', severity: 1 })
    write(laptop, 'gone', { status: 'new', severity: 1, removed: true })
    const due: Record<string, number> = { soon: morning + hour, late: morning + 2 * hour }
    const inbox = inboxOf(laptop, (row) => due[row.key])
    expect([...inbox.keys()]).toEqual(['over', 'reported', 'soon', 'late', 'older', 'old', 'mild'])
    expect(inbox.size).toBe(7)
    expect(inbox.comingBack()).toEqual({ count: 1, first: morning + 1 })
  })

  test('follows decisions and undoing them', () => {
    const laptop = makeLaptop('ana')
    write(laptop, 'a', { status: 'new', severity: 2 })
    write(laptop, 'b', { status: 'new', severity: 3 })
    const inbox = inboxOf(laptop)
    write(laptop, 'b', { severity: 1 })
    inbox.refresh(morning)
    expect([...inbox.keys()]).toEqual(['b', 'a'])
    write(laptop, 'b', { status: 'triaged' })
    write(laptop, 'c', { status: 'new', severity: 1 })
    inbox.refresh(morning)
    expect([...inbox.keys()]).toEqual(['c', 'a'])
    write(laptop, 'b', { status: 'new' })
    inbox.refresh(morning)
    expect([...inbox.keys()].sort()).toEqual(['a', 'b', 'c'])
  })

  test('a hold that is over comes back by time alone', () => {
    const laptop = makeLaptop('ana')
    write(laptop, 'a', { status: 'on-hold', holdUntil: morning + hour })
    const inbox = inboxOf(laptop)
    expect(inbox.size).toBe(0)
    inbox.refresh(morning + hour)
    expect([...inbox.keys()]).toEqual(['a'])
    expect(inbox.comingBack().count).toBe(0)
  })

  test('takes 400 and 20,000 new issues at once, and counts right', () => {
    for (const many of [400, 20_000]) {
      const laptop = makeLaptop('ana')
      write(laptop, 'before', { status: 'new', severity: 3 })
      const inbox = inboxOf(laptop)
      laptop.write(
        Array.from({ length: many }, (_, place) => ({
          entity: 'issue',
          key: `i${place}`,
          fields: { status: 'new', severity: 1 + (place % 3), raisedAt: morning - place },
        })),
      )
      finish(inbox.refresh(morning))
      expect(inbox.size).toBe(many + 1)
      write(laptop, 'i0', { status: 'triaged' })
      finish(inbox.refresh(morning))
      expect(inbox.size).toBe(many)
      expect(new Set(inbox.keys()).size).toBe(many)
    }
  })

  test('tells what has waited since a session of triage ended', () => {
    const ended = morning - 5 * hour
    const laptop = makeLaptop('ana', ended)
    write(laptop, 'left', { status: 'new', raisedAt: morning - 9 * hour })
    write(laptop, 'held', { status: 'on-hold', holdUntil: morning - hour })
    write(laptop, 'came back', { status: 'in-progress' })
    laptop.now = morning - hour
    write(laptop, 'came back', { status: 'returned' })
    write(laptop, 'raised before, imported since', { status: 'new', raisedAt: morning - 9 * hour })
    const inbox = inboxOf(laptop)
    expect(inbox.size).toBe(4)
    expect(inbox.waitingSince(ended)).toEqual(['left'])
    expect(inbox.waitingSince(morning)).toHaveLength(4)
  })
})
