import { cadenceOf } from '@domain/cadence/cadence'
import { triageRounds } from '@domain/cadence/triage-rounds'
import { defaultPolicy } from '@domain/model/engagement'
import { notLookedAt } from '@domain/triage/not-looked-at'
import { finish } from '@domain/triage/sliced-sort'
import { recordDecision } from '@domain/triage/triage-record'
import { describe, expect, it } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const hour = 3_600_000
const day = '2026-03-02'

function cadence(triageTimes: string) {
  const laptop = makeLaptop('a')
  laptop.write({ entity: 'cadencePhase', key: 'p', fields: { fromDay: 1, triageTimes } })
  const rows = laptop.replica.rows('cadencePhase').values()
  return cadenceOf(rows, { ...defaultPolicy, zone: 'UTC', goLiveAt: firstMorning - 48 * hour })
}

describe('the rounds of triage of a day', () => {
  const plan = cadence('09:00 13:00 16:30')
  const at = (time: number) => Date.UTC(2026, 2, 2) + time * hour
  const states = (now: number, ...sittings: readonly number[]) =>
    triageRounds(day, plan, sittings, now).map(({ state }) => state)

  it('are ahead, then due for an hour, then missed', () => {
    expect(states(at(8.9))).toEqual(['ahead', 'ahead', 'ahead'])
    expect(states(at(9))).toEqual(['due', 'ahead', 'ahead'])
    expect(states(at(10))).toEqual(['missed', 'ahead', 'ahead'])
  })

  it('are held by whoever begins half an hour before or later, up to the next', () => {
    expect(states(at(9), at(8.5))).toEqual(['held', 'ahead', 'ahead'])
    expect(states(at(13), at(12.4))).toEqual(['held', 'due', 'ahead'])
    expect(states(at(13), at(12.6))).toEqual(['missed', 'held', 'ahead'])
    expect(states(at(23), at(8), at(20))).toEqual(['missed', 'missed', 'held'])
  })

  it('are none on a day when nobody works, or without times', () => {
    expect(triageRounds('2026-03-01', plan, [], at(9))).toEqual([])
    expect(triageRounds(day, cadence(''), [], at(9))).toEqual([])
  })
})

describe('what nobody has looked at today', () => {
  it('waits in the inbox or is severe, and was neither decided, changed nor talked about', () => {
    const laptop = makeLaptop('a')
    const today = firstMorning
    laptop.now = today - 24 * hour
    const issue = (key: string, fields: Record<string, string | number>) =>
      laptop.write({ entity: 'issue', key, fields: { title: key, ...fields } })
    issue('waits', { status: 'new', severity: 3 })
    issue('burns', { status: 'in-progress', severity: 1 })
    issue('calm', { status: 'in-progress', severity: 3 })
    issue('over', { status: 'resolved', severity: 1 })
    issue('decided', { status: 'new', severity: 2 })
    issue('changed', { status: 'in-progress', severity: 2 })
    issue('told', { status: 'in-progress', severity: 2 })
    laptop.now = today + hour
    issue('brought', { status: 'new', severity: 2 })
    laptop.write({ entity: 'issue', key: 'changed', fields: { component: 'Billing' } })
    laptop.write({
      entity: 'comment',
      key: 'c',
      fields: { issue: 'told', text: 'Asked', writtenAt: laptop.now },
    })
    laptop.write(
      recordDecision(undefined, { key: 's', by: 'Ada', now: laptop.now, left: 1 }, 'decided', 'severity 2'),
    )
    const { replica } = laptop
    const tables = {
      issues: replica.rows('issue'),
      comments: replica.rows('comment'),
      sessions: replica.rows('triageSession'),
    }
    expect(finish(notLookedAt(tables, today, laptop.now))).toEqual(['burns', 'brought', 'waits'])
    laptop.write({ entity: 'issue', key: 'burns', fields: { component: 'Billing' } }, 'import:1')
    expect(finish(notLookedAt(tables, today, laptop.now))).toContain('burns')
  })
})
