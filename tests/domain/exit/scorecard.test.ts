import { setTerms } from '@domain/exit/commands'
import { builtIns } from '@domain/exit/criteria'
import { readExitNow } from '@domain/exit/exit-reading'
import type { Given } from '@domain/exit/given'
import { exitDays, readinessHistory } from '@domain/exit/history'
import { notBefore, resetBy, scorecard } from '@domain/exit/scorecard'
import type { Replica } from '@domain/merge/replica'
import { calledKey } from '@domain/triage/list-columns'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { makeLaptop } from '../../support/laptop'
import { day, engagement, goLive, hour, hypercare, type Told } from '../reporting/hypercare'

const issue = (key: string, at: number, fields: Told['fields']): Told => ({
  key,
  at,
  fields: { shortKey: key, title: key, ...fields },
})

function criterion(replica: Replica, id: string, after: number, given: Given = {}) {
  const found = scorecard(
    readExitNow(replica, goLive + after, () => given),
    goLive + after,
  ).criteria.find((one) => one.id === id)
  if (!found) throw new Error(`no criterion ${id}`)
  return found
}

describe('no new severity 1 or 2', () => {
  const replica = hypercare([
    issue('a', 5 * hour, { status: 'new', severity: 2 }),
    issue('b', day, { status: 'new', severity: 3 }),
    { key: 'b', at: 2 * day, fields: { severity: 1 } },
    issue('c', 3 * day, { status: 'new', severity: 1 }),
    { key: 'c', at: 3 * day + hour, fields: { status: 'duplicate' } },
  ])

  it('is taken back by one that was made graver, and says which, when and until when', () => {
    const { state, reset, earliest, actual } = criterion(replica, 'no-new-severe', 4 * day)
    expect(state).toBe('not-met')
    expect(actual).toBe('2 days without one')
    expect(reset()).toMatchObject({ at: goLive + 2 * day, how: 'Raised to severity 1' })
    const told = reset()?.issue
    expect(told && calledKey(told.row)).toBe('b')
    expect(earliest()).toBe(goLive + 5 * day)
    expect(resetBy(reset() as NonNullable<ReturnType<typeof reset>>)).toBe('lead')
  })

  it('counts a duplicate only until that was found out', () => {
    expect(criterion(replica, 'no-new-severe', 3 * day + hour - 1).reset()?.how).toBe('Raised as severity 1')
    expect(criterion(replica, 'no-new-severe', 3 * day + hour).reset()?.how).toBe('Raised to severity 1')
  })

  it('is met at the moment it names, and not before', () => {
    expect(criterion(replica, 'no-new-severe', 5 * day - 1).state).toBe('not-met')
    expect(criterion(replica, 'no-new-severe', 5 * day).state).toBe('met')
  })
})

describe('when a criterion can be met', () => {
  const replica = hypercare([
    issue('a', hour, { status: 'new', severity: 1 }),
    issue('b', 2 * hour, { status: 'new', severity: 3 }),
  ])

  it('is a date only where there is one to wait for', () => {
    const asOf = goLive + day
    const open = criterion(replica, 'open-severe', day)
    expect([open.state, open.earliest(), notBefore(open, asOf)]).toEqual(['not-met', asOf, undefined])
    expect(notBefore(criterion(replica, 'no-new-severe', day), asOf)).toBe(goLive + hour + 3 * day)
  })
})

describe('a day that is past', () => {
  const before = [issue('a', hour, { status: 'new', severity: 3 })]
  const regraded: Told = { key: 'a', at: 6 * day, fields: { severity: 1 } }

  it('stays as it was when a severity is changed afterwards, and says that it was', () => {
    const [plain, changed] = [before, [...before, regraded]].map((told) =>
      readExitNow(hypercare(told), goLive + 8 * day),
    )
    if (!plain || !changed) throw new Error('nothing read')
    const past = goLive + 5 * day
    const told = (card: ReturnType<typeof scorecard>) =>
      card.criteria.map(({ id, state, actual }) => ({ id, state, actual }))
    expect(told(scorecard(changed, past))).toEqual(told(scorecard(plain, past)))
    expect(scorecard(plain, past).changedLater()).toEqual([])
    expect(scorecard(changed, past).changedLater()).toMatchObject([
      { at: goLive + 6 * day, before: 3, after: 1 },
    ])
    expect(scorecard(changed, goLive + 7 * day).changedLater()).toEqual([])
  })

  it('is judged by what had been agreed on then', () => {
    const agreed: Told = {
      entity: 'exitCriterion',
      key: 'exit:no-new-severe',
      at: 6 * day,
      fields: { builtIn: 'no-new-severe', days: 7 },
    }
    const severe = issue('a', hour, { status: 'new', severity: 1 })
    const reading = readExitNow(hypercare([severe, agreed]), goLive + 6 * day)
    const stateAt = (at: number) =>
      scorecard(reading, goLive + at).criteria.find(({ id }) => id === 'no-new-severe')
    expect(stateAt(5 * day)).toMatchObject({ state: 'met', wanted: 'for 3 days' })
    expect(stateAt(6 * day)).toMatchObject({ state: 'not-met', wanted: 'for 7 days' })
  })
})

describe('who resolves', () => {
  const resolved = (key: string, at: number, rescue: string | null): Told[] => [
    issue(key, at, { status: 'new', severity: 3 }),
    { key, at: at + 2 * hour, fields: { status: 'resolved', rescue } },
  ]
  const replica = hypercare([
    ...resolved('a', hour, 'project-team'),
    ...resolved('b', day, 'steady-state-alone'),
    ...resolved('c', 2 * day, null),
    issue('d', 3 * day, { status: 'new', severity: 3 }),
  ])

  it('is a share of what was told, the helped first, with when it can be reached', () => {
    const { actual, state, evidence, reset, earliest } = criterion(replica, 'steady-state-alone', 4 * day)
    expect(actual).toBe('50% (1 of 2; 1 not told)')
    expect(state).toBe('not-met')
    expect(finish(evidence()).map(({ issue }) => issue.row.key)).toEqual(['c', 'a', 'b'])
    expect(reset()?.issue?.row.key).toBe('a')
    // With d resolved alone it is two of three; four of five are only reached once a is out of the fourteen days.
    expect(earliest()).toBe(goLive + hour + 14 * day)
  })

  it('keeps to what was told by then', () => {
    const told = { key: 'c', at: 5 * day, fields: { rescue: 'steady-state-alone' } }
    const later = readExitNow(hypercare([...resolved('c', 2 * day, null), told]), goLive + 6 * day)
    const stateAt = (at: number) =>
      scorecard(later, goLive + at).criteria.find(({ id }) => id === 'steady-state-alone')
    expect(stateAt(4 * day)).toMatchObject({
      state: 'unmeasured',
      actual: 'Nobody has said who resolved 1 new issue',
    })
    expect(stateAt(5 * day)?.state).toBe('met')
  })
})

describe('what others measure and people say', () => {
  it('is not measured where there is none', () => {
    const replica = hypercare([])
    for (const id of ['active-users', 'handover', 'sign-off'])
      expect(criterion(replica, id, day).state).toBe('unmeasured')
  })

  it('names both halves of the share of active users, for either may be missing', () => {
    expect(criterion(hypercare([]), 'active-users', day).actual).toMatch(/usage, or no licences/)
  })

  it('is judged by its threshold', () => {
    const replica = hypercare([])
    const given = {
      activeShare: { active: 69, licensed: 100 },
      handover: { done: 9, of: 9 },
      signedOff: false,
    }
    expect(criterion(replica, 'active-users', day, given)).toMatchObject({ state: 'not-met', value: 69 })
    expect(criterion(replica, 'handover', day, given).state).toBe('met')
    expect(criterion(replica, 'sign-off', day, given).state).toBe('not-met')
  })

  it('of an own one is what had been said by then', () => {
    const own = (at: number, fields: Told['fields']): Told => ({
      entity: 'exitCriterion',
      key: 'x',
      at,
      fields,
    })
    const replica = hypercare([
      own(hour, { title: 'The runbook is read', 'issue:a': true }),
      own(day, { met: true }),
      own(2 * day, { met: false }),
      issue('a', hour, { status: 'new', severity: 3 }),
    ])
    const states = [2 * hour, day, 2 * day].map((at) => criterion(replica, 'x', at).state)
    expect(states).toEqual(['unmeasured', 'met', 'not-met'])
    expect(criterion(replica, 'x', 2 * day).reset()?.at).toBe(goLive + 2 * day)
    expect(finish(criterion(replica, 'x', day).evidence()).map(({ issue }) => issue.row.key)).toEqual(['a'])
    const first = scorecard(readExitNow(replica, goLive), goLive)
    expect(first.criteria.some(({ id }) => id === 'x')).toBe(false)
  })
})

describe('bad days', () => {
  const states = (replica: Replica, now: number) =>
    new Set(scorecard(readExitNow(replica, now), now).criteria.map(({ state }) => state))

  it('without any issue nothing is measured, on any day', () => {
    const replica = hypercare([])
    expect(states(replica, goLive + 5 * day)).toEqual(new Set(['unmeasured']))
    expect(finish(readinessHistory(readExitNow(replica, goLive + 5 * day)))).toHaveLength(6)
  })

  it('before the go-live nothing is measured, though issues are open', () => {
    const early = issue('a', -2 * day, { status: 'new', severity: 1 })
    const reading = readExitNow(hypercare([early]), goLive - day)
    // What is handed over may be done before.
    for (const { id, state } of scorecard(reading, goLive - day).criteria)
      expect([id, state]).toEqual([id, id === 'handover' ? 'not-met' : 'unmeasured'])
    expect(exitDays(reading)).toEqual([])
  })

  it('a go-live at either end of time is no harm', () => {
    for (const goLiveAt of [-8.64e15, 8.64e15]) {
      const replica = hypercare([issue('a', 0, { status: 'new', severity: 1 })], { ...engagement, goLiveAt })
      expect(states(replica, goLive + day).size).toBeGreaterThan(0)
      expect(exitDays(readExitNow(replica, goLive + day)).length).toBeLessThanOrEqual(368)
    }
  })

  it('with imported history alone, days are judged by the times of the source', () => {
    const laptop = makeLaptop('lead', goLive + 20 * day)
    laptop.write({ entity: 'engagement', key: 'engagement', fields: engagement })
    laptop.write(
      [
        { key: 'JIRA-1', raisedAt: goLive + hour, resolvedAt: goLive + 2 * day },
        { key: 'JIRA-2', raisedAt: goLive + 4 * day, resolvedAt: goLive + 6 * day },
      ].map(({ key, ...fields }) => ({
        entity: 'issue',
        key,
        at: fields.resolvedAt,
        fields: { ...fields, status: 'resolved', severity: 2 },
      })),
      'import:1',
    )
    const told = (after: number) => criterion(laptop.replica, 'no-new-severe', after)
    expect(told(3 * day + hour - 1).state).toBe('not-met')
    expect(told(3 * day + hour).state).toBe('met')
    expect(told(4 * day).state).toBe('not-met')
    expect(criterion(laptop.replica, 'open-severe', 5 * day).actual).toBe('0 of severity 1, 1 of severity 2')
    expect(criterion(laptop.replica, 'steady-state-alone', 8 * day).state).toBe('unmeasured')
  })

  it('clocks that only count at weekends are late at weekends', () => {
    const weekend = {
      ...engagement,
      'hours.sat': '09:00-17:00',
      'hours.sun': '09:00-17:00',
      'severity.3.calendar': 'support',
      'severity.3.resolveMinutes': 120,
    }
    const replica = hypercare([issue('a', hour, { status: 'in-progress', severity: 3 })], weekend)
    expect(criterion(replica, 'clocks-kept', 4 * day).state).toBe('unmeasured')
    // Saturday 7 November, 11:00 in Berlin.
    const due = 5 * day + 5 * hour
    expect(criterion(replica, 'clocks-kept', due).state).toBe('unmeasured')
    expect(criterion(replica, 'clocks-kept', due + 1)).toMatchObject({ state: 'not-met', value: 0 })
  })

  it('days end in the zone of their time, and none is told twice where the zone moves', () => {
    const moved = (zone: string): Told => ({
      entity: 'engagement',
      key: 'engagement',
      at: 3 * day,
      fields: { zone },
    })
    for (const zone of [
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    ]) {
      const reading = readExitNow(hypercare([moved(zone)]), goLive + 8 * day)
      const days = exitDays(reading)
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
      expect(days.map(({ asOf }) => asOf)).toEqual([...days.map(({ asOf }) => asOf)].sort((a, b) => a - b))
      expect(days.slice(0, 2).map(({ asOf }) => asOf)).toEqual(
        exitDays(readExitNow(hypercare([]), goLive + 8 * day))
          .slice(0, 2)
          .map(({ asOf }) => asOf),
      )
    }
  })

  it('what a file says of thresholds is bounded', () => {
    const wild: Told = {
      entity: 'exitCriterion',
      key: 'exit:arrivals',
      at: 0,
      fields: { builtIn: 'arrivals', days: 1e300, threshold: 1e300 },
    }
    const replica = hypercare([wild, issue('a', hour, { status: 'new', severity: 3 })])
    expect(criterion(replica, 'arrivals', day).wanted).toContain('366 days')
  })
})

describe('agreeing on something else', () => {
  const { usual } = builtIns['clocks-kept']

  it('writes only what differs, and refuses what cannot be', () => {
    expect(setTerms('clocks-kept', usual, { threshold: 95 })).toMatchObject({
      ok: true,
      intents: [{ key: 'exit:clocks-kept', fields: { builtIn: 'clocks-kept', threshold: 95 } }],
    })
    expect(setTerms('clocks-kept', usual, { threshold: usual.threshold })).toMatchObject({ intents: [] })
    for (const wanted of [{ threshold: 101 }, { threshold: -1 }, { days: 0 }, { days: 1.5 }, { days: 1e9 }])
      expect(setTerms('clocks-kept', usual, wanted).ok).toBe(false)
  })
})
