import { type IssueStatus, issueStatuses } from '@domain/model/issue'
import type { Fields } from '@domain/model/value'
import { nextStatuses, type StatusWish, setStatus } from '@domain/triage/issue-status'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

function laptopWith(issues: Record<string, Fields>): Laptop {
  const laptop = makeLaptop('ana')
  for (const [key, fields] of Object.entries(issues)) laptop.write({ entity: 'issue', key, fields })
  return laptop
}

const issueOf = (laptop: Laptop) => (key: string) => laptop.replica.rows('issue').get(key)

function move(laptop: Laptop, key: string, wish: StatusWish, now = 1_000) {
  const row = issueOf(laptop)(key)
  if (!row) throw new Error(`no issue ${key}`)
  const plan = setStatus(row, wish, now, issueOf(laptop))
  if (plan.ok) laptop.write(plan.intents)
  return plan
}

describe('moving an issue', () => {
  test('leaving new acknowledges it, once', () => {
    const laptop = laptopWith({ a: { title: 'Printer', status: 'new' } })
    move(laptop, 'a', { status: 'triaged' }, 500)
    move(laptop, 'a', { status: 'in-progress' }, 900)
    expect(laptop.replica.rows('issue').get('a')?.values).toMatchObject({
      status: 'in-progress',
      acknowledgedAt: 500,
    })
  })

  test('resolving says when and who; closing keeps that; returning takes it all back', () => {
    const laptop = laptopWith({ a: { status: 'retest' } })
    move(laptop, 'a', { status: 'resolved', rescue: 'steady-state-alone', fixNote: 'Restarted' }, 2_000)
    move(laptop, 'a', { status: 'closed' }, 3_000)
    const values = () => laptop.replica.rows('issue').get('a')?.values
    expect(values()).toMatchObject({
      status: 'closed',
      resolvedAt: 2_000,
      closedAt: 3_000,
      rescue: 'steady-state-alone',
      fixNote: 'Restarted',
    })
    move(laptop, 'a', { status: 'returned' }, 4_000)
    expect(values()).toMatchObject({
      status: 'returned',
      resolvedAt: null,
      closedAt: null,
      rescue: null,
      fixNote: 'Restarted',
    })
  })

  test('a hold has its reason while it lasts, and no longer', () => {
    const laptop = laptopWith({ a: { status: 'in-progress' } })
    move(laptop, 'a', { status: 'on-hold', reason: 'vendor', until: 9_000 })
    const values = () => laptop.replica.rows('issue').get('a')?.values
    expect(values()).toMatchObject({ holdReason: 'vendor', holdUntil: 9_000 })
    move(laptop, 'a', { status: 'in-progress' })
    expect(values()).toMatchObject({ holdReason: null, holdUntil: null })
  })

  test('declining needs a reason', () => {
    const laptop = laptopWith({ a: { status: 'new' } })
    expect(move(laptop, 'a', { status: 'declined', reason: '  ' })).toEqual({
      ok: false,
      reason: 'Say why the issue is declined.',
    })
    expect(move(laptop, 'a', { status: 'declined', reason: ' Out of scope ' }).ok).toBe(true)
    expect(laptop.value('issue', 'a', 'declineReason')).toBe('Out of scope')
  })

  test('a duplicate points to another issue that is there, and never round in a circle', () => {
    const laptop = laptopWith({
      a: { status: 'new' },
      b: { status: 'new' },
      c: { status: 'new' },
      gone: { status: 'new', removed: true },
    })
    for (const of of ['a', 'gone', 'nowhere']) {
      expect(move(laptop, 'a', { status: 'duplicate', of }).ok).toBe(false)
    }
    expect(move(laptop, 'a', { status: 'duplicate', of: 'b' }).ok).toBe(true)
    expect(move(laptop, 'b', { status: 'duplicate', of: 'c' }).ok).toBe(true)
    expect(move(laptop, 'c', { status: 'duplicate', of: 'a' }).ok).toBe(false)
  })

  test('a closed issue does not go back to work unseen: it is returned', () => {
    expect(nextStatuses('closed')).toEqual(['returned'])
    const laptop = laptopWith({ a: { shortKey: 'TES-1', status: 'closed' } })
    expect(move(laptop, 'a', { status: 'in-progress' })).toEqual({
      ok: false,
      reason: 'TES-1 is closed and cannot become in progress from there.',
    })
  })

  test('writes only what changes', () => {
    const laptop = laptopWith({ a: { status: 'triaged', acknowledgedAt: 1 } })
    const plan = move(laptop, 'a', { status: 'in-progress' })
    expect(plan.ok && plan.intents.map(({ fields }) => fields)).toEqual([{ status: 'in-progress' }])
    const again = move(laptop, 'a', { status: 'in-progress' })
    expect(again.ok && again.intents).toEqual([])
  })

  test('whatever way an issue goes, its fields fit its status', () => {
    const wishFor = (status: IssueStatus): StatusWish => {
      if (status === 'on-hold') return { status, reason: 'user' }
      if (status === 'declined') return { status, reason: 'No' }
      if (status === 'duplicate') return { status, of: 'other' }
      if (status === 'resolved') return { status, rescue: 'project-team' }
      return { status }
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...issueStatuses), { maxLength: 12 }), (way) => {
        const laptop = laptopWith({ a: { status: 'new' }, other: { status: 'new' } })
        for (const [step, status] of way.entries()) move(laptop, 'a', wishFor(status), 1_000 + step)
        const values = laptop.replica.rows('issue').get('a')?.values ?? {}
        const { status } = values
        expect(values.holdReason != null).toBe(status === 'on-hold')
        expect(values.declineReason != null).toBe(status === 'declined')
        expect(values.duplicateOf != null).toBe(status === 'duplicate')
        expect(values.rescue != null).toBe(status === 'resolved' || status === 'closed')
        expect(values.resolvedAt != null).toBe(status === 'resolved' || status === 'closed')
        expect(values.closedAt != null).toBe(
          status === 'closed' || status === 'declined' || status === 'duplicate',
        )
      }),
    )
  })
})
