import { adriftReason } from '@domain/ownership/adrift'
import { type OwnershipContext, orphanReason } from '@domain/ownership/orphans'
import { dutyAt } from '@domain/rotation/duty'
import { onAndNext } from '@domain/rotation/on-and-next'
import { clockTone } from '@domain/today/clock-lines'
import { describe, expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'
import { plan, rotaFrom, rotaOf, rotation } from '../../support/rota'

const hour = 60 * 60_000
const day = 24 * hour
const monday = Date.UTC(2026, 2, 1, 23)
const noon = monday + 12 * hour
const two = rotation({ members: ['ada', 'ben'] })

describe('what the rota says of people', () => {
  test('is who is on, and who takes turns and is not', () => {
    const duty = dutyAt(rotaFrom(two), noon)
    expect([...duty.onShift]).toEqual([['ada', ['triage']]])
    expect([duty.isOffShift('ada'), duty.isOffShift('ben'), duty.isOffShift('cem')]).toEqual([
      false,
      true,
      false,
    ])
    expect(duty.isOffRota('ben')).toBe(false)
  })

  test('is nothing of who was never on it, nor of who is yet to come', () => {
    const duty = dutyAt(rotaFrom(two), monday - 5 * day)
    expect([duty.isOffShift('ada'), duty.isOffRota('ada'), duty.isOffRota('cem')]).toEqual([
      false,
      false,
      false,
    ])
    const empty = dutyAt(rotaFrom([]), noon)
    expect([empty.isOffShift('ada'), empty.isOffRota('ada')]).toEqual([false, false])
  })

  test('is that somebody is off it who was on it and has nothing to come', () => {
    const rota = rotaFrom([...two, plan('r', ['ada'], { from: '2026-03-04T09:00', startsOn: '2026-03-04' })])
    expect(dutyAt(rota, noon).isOffRota('ben')).toBe(false)
    expect(dutyAt(rota, noon + 3 * day).isOffRota('ben')).toBe(true)
    expect(dutyAt(rota, noon + 3 * day).isOffShift('ben')).toBe(false)
  })
})

describe('issues and the rota', () => {
  const laptop = makeLaptop('a', monday)
  for (const name of ['ada', 'ben', 'cem']) {
    laptop.write({ entity: 'person', key: name, fields: { name } })
    laptop.write({
      entity: 'issue',
      key: `of-${name}`,
      fields: { title: name, status: 'triaged', owner: name },
    })
  }
  laptop.write([...two, plan('r', ['ada'], { from: '2026-03-04T09:00', startsOn: '2026-03-04' })])
  const context = (now: number): OwnershipContext => ({
    now,
    zone: 'Europe/Berlin',
    people: laptop.replica.rows('person'),
    isAway: () => false,
    duty: dutyAt(rotaOf(laptop), now),
    teamsAreUsed: false,
  })
  const issue = (owner: string) => {
    const row = laptop.replica.rows('issue').get(`of-${owner}`)
    if (!row) throw new Error('No such issue')
    return row
  }

  test('whoever is off shift is no orphan’s owner, but no comfort either', () => {
    const at = context(noon)
    expect([orphanReason(issue('ben'), undefined, at), adriftReason(issue('ben'), undefined, at)]).toEqual([
      undefined,
      'off-shift',
    ])
    expect(adriftReason(issue('ada'), undefined, at)).toBeUndefined()
    expect(adriftReason(issue('cem'), undefined, at)).toBeUndefined()
    expect(clockTone({ dueAt: noon + 9 * hour, adrift: 'off-shift' }, noon)).toBe('neutral')
  })

  test('of somebody who has come off the rota are orphans', () => {
    const at = context(noon + 3 * day)
    expect(orphanReason(issue('ben'), undefined, at)).toBe('away')
    expect(orphanReason(issue('ada'), undefined, at)).toBeUndefined()
  })
})

describe('who is on and who is next', () => {
  test('is told for every role that is known, with what is short', () => {
    const rota = rotaFrom([
      ...two,
      ...rotation({ key: 'second', layer: 2, members: ['cem'] }),
      { entity: 'coverNeed', key: 'n', fields: { role: 'on-call', people: 1, zone: 'UTC' } },
      { entity: 'coverNeed', key: 'm', fields: { role: 'triage', people: 3, zone: 'UTC' } },
    ])
    const told = onAndNext(rota, noon).map(({ role, on, next, isShort }) => [
      role,
      on.map(({ person }) => person),
      next?.person,
      isShort,
    ])
    expect(told).toEqual([
      ['triage', ['ada', 'cem'], 'ben', true],
      ['on-call', [], undefined, true],
    ])
  })
})
