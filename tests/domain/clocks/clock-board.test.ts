import { ClockBoard } from '@domain/clocks/clock-board'
import { defaultPolicy, engagementKey } from '@domain/model/engagement'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const minute = 60_000
const critical = (key: string, raisedAt = firstMorning) => ({
  entity: 'issue',
  key,
  fields: { title: key, status: 'new', severity: 1, raisedAt },
})

function room() {
  const laptop = makeLaptop('a')
  laptop.write({
    entity: 'engagement',
    key: engagementKey,
    fields: { zone: 'Europe/Berlin', ...defaultPolicy },
  })
  const { replica } = laptop
  const board = new ClockBoard({
    issues: replica.rows('issue'),
    comments: replica.rows('comment'),
    engagements: replica.rows('engagement'),
  })
  const due = () => board.deadlines.after(-Infinity, 100).map(({ issue, kind }) => `${issue} ${kind}`)
  return { laptop, board, due }
}

describe('the board of clocks', () => {
  it('knows what falls due, in order, and follows what is done', () => {
    const { laptop, board, due } = room()
    laptop.write(critical('x'))
    finish(board.open(firstMorning))
    expect(due()).toEqual(['x acknowledge', 'x update', 'x resolve'])
    laptop.write({ entity: 'issue', key: 'x', fields: { status: 'in-progress' } })
    expect(board.refresh(firstMorning)).toBeUndefined()
    expect(due()).toEqual(['x update', 'x resolve'])
    laptop.write({ entity: 'issue', key: 'x', fields: { status: 'resolved' } })
    board.refresh(firstMorning)
    expect(due()).toEqual([])
  })

  it('keeps what changes while everything is read in steps', () => {
    const { laptop, board, due } = room()
    laptop.write(Array.from({ length: 2_000 }, (_, index) => critical(`issue-${index}`)))
    const steps = board.open(firstMorning)
    for (let step = 0; step < 3; step++) steps.next()
    laptop.write({ entity: 'issue', key: 'issue-0', fields: { status: 'resolved' } })
    board.refresh(firstMorning)
    finish(steps)
    expect(board.deadlines.size).toBe(1_999 * 3)
    expect(due().some((text) => text.startsWith('issue-0 '))).toBe(false)
  })

  it('counts a comment as news, and reads all anew when the policy changes', () => {
    const { laptop, board } = room()
    laptop.write(critical('x'))
    finish(board.open(firstMorning))
    const updateDue = () => board.deadlines.after(-Infinity, 9).find(({ kind }) => kind === 'update')?.dueAt
    expect(updateDue()).toBe(firstMorning + 60 * minute)
    const writtenAt = firstMorning + 30 * minute
    laptop.write({ entity: 'comment', key: 'c', fields: { issue: 'x', text: 'On it', writtenAt } })
    board.refresh(writtenAt)
    expect(updateDue()).toBe(writtenAt + 60 * minute)
    laptop.write({ entity: 'engagement', key: engagementKey, fields: { 'severity.1.updateMinutes': 30 } })
    const steps = board.refresh(writtenAt)
    expect(steps).toBeDefined()
    if (steps) finish(steps)
    expect(updateDue()).toBe(writtenAt + 30 * minute)
  })

  it('takes a comment that was undone for no news, and for news again when it is redone', () => {
    const { laptop, board } = room()
    laptop.write(critical('x'))
    finish(board.open(firstMorning))
    const updateDue = () => board.deadlines.after(-Infinity, 9).find(({ kind }) => kind === 'update')?.dueAt
    const comment = (key: string, after: number, removed = false) => {
      const writtenAt = firstMorning + after * minute
      laptop.write({ entity: 'comment', key, fields: { issue: 'x', text: 'On it', writtenAt, removed } })
      board.refresh(firstMorning + 40 * minute)
      return updateDue()
    }
    expect(comment('first', 10)).toBe(firstMorning + 70 * minute)
    expect(comment('second', 30)).toBe(firstMorning + 90 * minute)
    expect(comment('second', 30, true)).toBe(firstMorning + 70 * minute)
    expect(comment('second', 30)).toBe(firstMorning + 90 * minute)
    expect(comment('first', 10, true)).toBe(firstMorning + 90 * minute)
    expect(comment('second', 30, true)).toBe(firstMorning + 60 * minute)
  })

  it('has the clocks of an issue that will only be raised', () => {
    const { laptop, board, due } = room()
    laptop.write(critical('later', firstMorning + 60 * minute))
    finish(board.open(firstMorning))
    expect(due()).toEqual(['later acknowledge', 'later update', 'later resolve'])
  })
})
