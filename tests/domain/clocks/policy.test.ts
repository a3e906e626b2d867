import { policyHistory } from '@domain/clocks/policy'
import { defaultPolicy } from '@domain/model/engagement'
import type { Fields } from '@domain/model/value'
import { describe, expect, test } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'
import { day, hour, minute, monday, told } from './told-issue'

describe('a policy that changes mid-way', () => {
  const stricter = { 'severity.1.resolveMinutes': 60 }

  test('leaves what was done before as it was judged then, and says so', () => {
    const issue = told(
      [
        [0, { severity: 1 }],
        [2 * hour, { status: 'resolved' }],
      ],
      [[day, stricter]],
    )
    expect(issue.clock('resolve', 2 * day)).toMatchObject({ target: 4 * hour, breached: false })
    expect(issue.ledger('resolve', 2 * day)?.notes).toContain(
      'The policy changed on Tue 3 Mar 2026, 08:00, after this was done. It is judged by the policy of its time.',
    )
    expect(issue.ledger('resolve', 3 * hour)?.notes.join()).not.toContain('policy')
  })

  test('holds for a clock that is running, from when the issue was raised, and says so', () => {
    const issue = told([[0, { severity: 1 }]], [[2 * hour, stricter]])
    expect(issue.clock('resolve', 2 * hour - 1)).toMatchObject({ target: 4 * hour, breached: false })
    expect(issue.clock('resolve', 2 * hour)).toMatchObject({
      target: hour,
      dueAt: monday + hour,
      breached: true,
    })
    expect(issue.ledger('resolve', 2 * hour)?.notes).toContain(
      'The policy changed on Mon 2 Mar 2026, 10:00, while this clock ran. The new one holds, counted from when the issue was raised.',
    )
  })

  test('says of an update that it is counted from the last news', () => {
    const issue = told([[0, { severity: 1 }]], [[2 * hour, { 'severity.1.updateMinutes': 30 }]])
    expect(issue.ledger('update', 3 * hour)?.notes.join()).toContain('counted from the last news')
  })

  test('brings its calendar and its pauses with it', () => {
    const issue = told(
      [[0, { severity: 2, status: 'on-hold' }]],
      [[hour, { 'pauses:on-hold': false, 'extended:2026-03-02': '08:00-08:30' }]],
    )
    expect(issue.clock('resolve', hour - 1)).toMatchObject({ state: 'paused', counted: 0 })
    expect(issue.clock('resolve', 5 * hour)).toMatchObject({ state: 'running', counted: 30 * minute })
  })
})

describe('the history of a policy', () => {
  test('begins with its first, which also judges what was before it', () => {
    const issue = told([[0, { raisedAt: monday - 60 * day, severity: 1 }]])
    expect(issue.clock('resolve', -59 * day)).toMatchObject({ target: 4 * hour })
  })

  test('has no change where the same was said again', () => {
    const { policies } = told(
      [],
      [[day, { ...defaultPolicy, name: 'Wave 3', 'pauses:retest': null }]],
    ).context(0)
    expect(policies.policies).toHaveLength(1)
  })

  test('takes what was written at once as one change', () => {
    const { policies } = told(
      [],
      [
        [day, { 'hours.sat': '10:00-12:00' }],
        [day, { 'hours.sun': '10:00-12:00' }],
      ],
    ).context(0)
    expect(policies.policies.map(({ since }) => since)).toEqual([-Infinity, monday + day])
  })

  test('ends with what is shown, also where a laptop with a fast clock wrote before', () => {
    const [fast, slow] = [makeLaptop('fast', monday + 40 * day), makeLaptop('slow', monday)]
    const policy = (minutes: number) => ({
      entity: 'engagement',
      key: 'engagement',
      fields: { 'severity.1.resolveMinutes': minutes },
    })
    slow.write(policy(240))
    fast.receive(slow.operations)
    fast.write(policy(60))
    slow.now += hour
    slow.receive(fast.operations)
    slow.write(policy(120))
    expect(slow.value('engagement', 'engagement', 'severity.1.resolveMinutes')).toBe(120)
    const history = policyHistory(slow.replica.rows('engagement').get('engagement'))
    expect(history.at(monday + 2 * hour).target('resolve', 1)).toBe(120 * minute)
    expect(history.at(monday + 50 * day).target('resolve', 1)).toBe(120 * minute)
  })

  test('is the same on every laptop, in whatever order the changes came', () => {
    const laptops = ['ada', 'ben', 'cleo'].map((name, index) => makeLaptop(name, monday + index * hour))
    const [ada, ben, cleo] = laptops as [Laptop, Laptop, Laptop]
    const write = (laptop: Laptop, fields: Fields) =>
      laptop.write({ entity: 'engagement', key: 'engagement', fields })
    write(ada, { zone: 'Europe/Berlin', ...defaultPolicy })
    ben.receive(ada.operations)
    write(ben, { 'severity.1.resolveMinutes': 120 })
    cleo.receive(ada.operations)
    write(cleo, { 'severity.1.resolveMinutes': 60, 'hours.sat': '09:00-12:00' })
    ada.now += 5 * hour
    write(ada, { 'hours.sat': '10:00-12:00', 'holiday:2026-04-06': 'Easter Monday' })
    ada.receive([...cleo.operations, ...ben.operations])
    ben.receive([...ada.operations].reverse())
    cleo.receive(ben.operations)
    const saturday = '2026-03-07'
    const histories = laptops.map(({ replica }) =>
      policyHistory(replica.rows('engagement').get('engagement')).policies.map(
        ({ since, target, calendar }) => [
          since,
          target('resolve', 1),
          calendar.spansOn(saturday),
          calendar.holidays,
        ],
      ),
    )
    expect(histories[0]?.map(([since, target]) => [since, target])).toEqual([
      [-Infinity, 240 * minute],
      [monday + hour, 120 * minute],
      [monday + 2 * hour, 60 * minute],
      [monday + 5 * hour, 60 * minute],
    ])
    expect(histories[1]).toEqual(histories[0])
    expect(histories[2]).toEqual(histories[0])
  })

  test('promises nothing where there is no engagement', () => {
    expect(policyHistory(undefined).at(monday).target('resolve', 1)).toBeUndefined()
  })
})
