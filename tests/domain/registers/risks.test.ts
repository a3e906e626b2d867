import { registeredFor } from '@domain/registers/registered'
import {
  exposureOf,
  isReviewDue,
  nextRiskStatus,
  openRisks,
  pastRisks,
  type RiskText,
  setRiskStatus,
  writeRisk,
} from '@domain/registers/risks'
import { issuesOf, linkIssue, unlinkIssue } from '@domain/triage/issue-links'
import type { Planned, Refused } from '@domain/triage/plan'
import { describe, expect, it } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const text: RiskText = {
  title: 'Month-end close',
  detail: '',
  likelihood: 'medium',
  impact: 'high',
  owner: null,
  mitigation: 'Two on call',
  reviewOn: '2026-03-05',
}

function carryOut(laptop: Laptop, plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  return laptop.write(plan.intents)
}

const risk = ({ replica }: Laptop, key = 'r1') => {
  const row = replica.rows('risk').get(key)
  if (!row) throw new Error(key)
  return row
}

describe('a risk', () => {
  it('presses by likelihood against impact, and not while one of them is not told', () => {
    expect(exposureOf({ likelihood: 'medium', impact: 'high' })).toBe('high')
    expect(exposureOf({ likelihood: 'low', impact: 'high' })).toBe('medium')
    expect(exposureOf({ likelihood: 'low', impact: 'medium' })).toBe('low')
    expect(exposureOf({ likelihood: 'high' })).toBeUndefined()
  })

  it('is refused without words', () => {
    expect(writeRisk('r1', { ...text, title: ' ' }, undefined, 1)).toMatchObject({ ok: false })
  })

  it('is changed in two fields on two laptops without a conflict', () => {
    const [ada, ben] = [makeLaptop('ada'), makeLaptop('ben')]
    ben.receive(carryOut(ada, writeRisk('r1', text, undefined, ada.now)))
    const graded = carryOut(ada, writeRisk('r1', { ...text, impact: 'low' }, risk(ada), ada.now))
    ada.receive(carryOut(ben, writeRisk('r1', { ...text, mitigation: 'Three on call' }, risk(ben), ben.now)))
    ben.receive(graded)
    for (const laptop of [ada, ben]) {
      expect(risk(laptop).values).toMatchObject({
        impact: 'low',
        mitigation: 'Three on call',
        status: 'open',
      })
      expect(laptop.replica.conflicts.size).toBe(0)
    }
  })

  it('is over when it has happened or is closed, and open again after that', () => {
    const ada = makeLaptop('ada')
    carryOut(ada, writeRisk('r1', text, undefined, ada.now))
    const order = []
    for (let step = 0; step < 4; step++) {
      const status = nextRiskStatus(risk(ada).values)
      order.push(status)
      carryOut(ada, setRiskStatus(risk(ada), status, ada.now))
      const rows = [...ada.replica.rows('risk').values()]
      const isOver = status === 'happened' || status === 'closed'
      expect([openRisks(rows).length, pastRisks(rows).length]).toEqual(isOver ? [0, 1] : [1, 0])
      expect(risk(ada).values.endedAt).toBe(isOver ? ada.now : null)
    }
    expect(order).toEqual(['accepted', 'happened', 'closed', 'open'])
  })

  it('is to be looked at again from its day on, unless it is over', () => {
    expect(isReviewDue({ reviewOn: '2026-03-05' }, '2026-03-04')).toBe(false)
    expect(isReviewDue({ reviewOn: '2026-03-05' }, '2026-03-05')).toBe(true)
    expect(isReviewDue({ reviewOn: '2026-03-05', status: 'closed' }, '2026-03-06')).toBe(false)
  })
})

describe('links to issues', () => {
  it('are told from both sides, and taken off from either', () => {
    const ada = makeLaptop('ada')
    carryOut(ada, writeRisk('r1', text, undefined, ada.now))
    ada.write([
      { entity: 'issue', key: 'i1', fields: { title: 'Close', status: 'new' } },
      { entity: 'decision', key: 'd1', fields: { title: 'Extend', status: 'needed', issue: 'i1' } },
    ])
    const { replica } = ada
    const registered = { entity: 'risk' as const, row: risk(ada) }
    carryOut(ada, linkIssue(registered, replica.rows('issue').get('i1')))
    const told = () =>
      registeredFor('i1', replica.rows('risk').values(), replica.rows('decision').values()).map(
        ({ row }) => row.key,
      )
    expect(told()).toEqual(['r1', 'd1'])
    for (const one of registeredFor('i1', replica.rows('risk').values(), replica.rows('decision').values()))
      carryOut(ada, unlinkIssue(one, 'i1'))
    expect(told()).toEqual([])
    expect(issuesOf(risk(ada))).toEqual([])
    expect(linkIssue(registered, undefined)).toMatchObject({ ok: false })
  })
})
