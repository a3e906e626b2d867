import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { weeklyPackSchema } from '@domain/reporting/weekly-pack'
import { namesAlone } from '@domain/reporting/withholding'
import { expect, it } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const hour = 3_600_000
const day = 24 * hour

/** A risk that is high, one that was closed after two days, a decision, two actions of which one was done late. */
function told() {
  const laptop = makeLaptop('a')
  laptop.write([
    { entity: 'engagement', key: 'engagement', fields: { name: 'CRM', zone: 'UTC' } },
    { entity: 'person', key: 'person:priya', fields: { name: 'Priya Raman' } },
    {
      entity: 'risk',
      key: 'r1',
      fields: {
        title: 'Only Priya knows <b>the link</b>',
        likelihood: 'medium',
        impact: 'high',
        owner: 'person:priya',
        mitigation: 'Felix sits beside Priya',
        status: 'open',
        raisedAt: firstMorning,
      },
    },
    {
      entity: 'risk',
      key: 'r2',
      fields: { title: 'Batch', likelihood: 'low', impact: 'low', status: 'open', raisedAt: firstMorning },
    },
    {
      entity: 'action',
      key: 'a1',
      fields: { text: 'Call the bank', owner: 'person:priya', dueOn: '2026-03-03', writtenAt: firstMorning },
    },
    {
      entity: 'action',
      key: 'a2',
      fields: { text: 'Write the runbook', dueOn: '2026-03-03', writtenAt: firstMorning },
    },
    { entity: 'standup', key: 'standup:2026-03-02', fields: { day: '2026-03-02', 'led:Ada': firstMorning } },
    {
      entity: 'decision',
      key: 'd1',
      fields: {
        title: 'Extend',
        outcome: 'Yes, says Priya Raman',
        status: 'made',
        madeAt: firstMorning + hour,
      },
    },
  ])
  laptop.now += 3 * day
  laptop.write([
    { entity: 'risk', key: 'r2', fields: { status: 'closed', endedAt: firstMorning + 2 * day } },
    { entity: 'action', key: 'a2', fields: { doneAt: firstMorning + 3 * day } },
  ])
  return laptop.replica
}

it('figures of risks, decisions, actions and standups are told as of any day', () => {
  const replica = told()
  const at = (asOf: number) => {
    const found = figures(replica, { asOf, kind: 'weekly' })
    const ids = [
      'risks-open',
      'risks-high',
      'decisions-made-in-week',
      'actions-open',
      'actions-overdue',
      'standups-held-in-week',
    ]
    return ids.map((id) => found.find((figure) => figure.id === id)?.value)
  }
  expect(at(firstMorning - 1)).toEqual([0, 0, 0, 0, 0, 0])
  expect(at(firstMorning + day)).toEqual([2, 1, 1, 2, 0, 1])
  expect(at(firstMorning + 2.5 * day)).toEqual([1, 1, 1, 2, 2, 1])
  expect(at(firstMorning + 4 * day)).toEqual([1, 1, 1, 1, 1, 1])
  expect(at(firstMorning + 9 * day)).toEqual([1, 1, 0, 1, 1, 0])
})

it('each figure names the rows that it counts', () => {
  const overdue = figures(told(), { asOf: firstMorning + 4 * day }).find(({ id }) => id === 'actions-overdue')
  expect(overdue?.rows).toEqual([{ entity: 'action', key: 'a1' }])
})

it('the weekly pack tells them, and nobody by name where names are withheld', () => {
  const replica = told()
  const asOf = firstMorning + 4 * day
  const pack = weeklyPack(replica, { asOf })
  expect(weeklyPackSchema.safeParse(pack).success).toBe(true)
  expect(pack.rhythm).toMatchObject({
    risks: { count: 1, lines: [{ exposure: 'High', status: 'Open', owner: 'Priya Raman' }] },
    made: { count: 1, lines: [{ title: 'Extend', outcome: 'Yes, says Priya Raman', day: 'Mon 2 Mar 2026' }] },
    actions: { count: 1, lines: [{ text: 'Call the bank', due: 'Tue 3 Mar 2026' }] },
  })
  expect(pack.rhythm.figures).toContainEqual({ label: 'Actions overdue', display: '1' })
  expect(JSON.stringify(weeklyPack(replica, { asOf, withhold: namesAlone }))).not.toMatch(/Priya|Raman/)
})
