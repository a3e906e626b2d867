import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { weeklyPackSchema } from '@domain/reporting/weekly-pack'
import { namesAlone } from '@domain/reporting/withholding'
import { describe, expect, it } from 'vitest'
import { day, goLive, hypercare, type Told } from './hypercare'

const phone = 'Phone number search'

/** A question about `component`, raised so many days after the go-live. */
function asked(key: string, days: number, title: string, component = 'Customer 360'): Told {
  const raisedAt = goLive + days * day
  const fields = { title, component, status: 'new', class: 'training-gap', raisedAt }
  return { at: days * day, key, fields }
}

/** Four questions about the phone number before a guide is done on day 7, one after; and two about instalments. */
const replica = hypercare([
  { at: 0, entity: 'person', key: 'ines', fields: { name: 'Ines Roth' } },
  ...[1, 2, 3, 4, 10].map((days) => asked(`phone-${days}`, days, `${phone}, says Ines Roth`)),
  asked('plan-1', 12, 'Instalment plan shows wrong due date', 'Payments'),
  asked('plan-2', 13, 'Instalment plan due date seems wrong', 'Payments'),
  asked('alone', 13, 'Where is the button for letters?', 'Letters'),
  {
    at: 5 * day,
    entity: 'trainingAction',
    key: 'guide',
    fields: {
      title: 'Guide by Ines Roth',
      kind: 'guide',
      component: 'Customer 360',
      owner: 'ines',
      dueOn: '2026-11-07',
      'term:phone': true,
      'term:number': true,
    },
  },
  { at: 7 * day, entity: 'trainingAction', key: 'guide', fields: { doneAt: goLive + 7 * day } },
  {
    at: 6 * day,
    entity: 'trainingAction',
    key: 'late',
    fields: { title: 'A tip', kind: 'tip', component: 'Cases', dueOn: '2026-11-10', 'term:case': true },
  },
])

function figure(id: string, days: number) {
  const asOf = goLive + days * day
  const found = figures(replica, { asOf, kind: 'weekly' }).find((one) => one.id === id)
  return found && [found.display, found.rows.map(({ key }) => key).join(' ')]
}

describe('figures about training', () => {
  it('count what people keep asking, and what nobody has planned anything about', () => {
    expect(figure('training-clusters-open', 1.5)).toEqual(['0', ''])
    expect(figure('training-clusters-open', 4.5)).toEqual(['1', 'phone-1 phone-2 phone-3 phone-4'])
    expect(figure('training-clusters-without-action', 4.5)?.[0]).toBe('1')
    expect(figure('training-clusters-without-action', 14)).toEqual(['1', 'plan-1 plan-2'])
    // A month later nobody has asked of late.
    expect(figure('training-clusters-open', 40)).toEqual(['0', ''])
  })

  it('count actions by how they stood on the day', () => {
    const states = (days: number) =>
      ['open', 'overdue', 'done'].map((state) => figure(`training-actions-${state}`, days)?.[1])
    expect(states(4)).toEqual(['', '', ''])
    expect(states(6.5)).toEqual(['late', 'guide', ''])
    expect(states(14)).toEqual(['', 'late', 'guide'])
  })

  it('count repeat questions a week before an action was done and after', () => {
    expect(figure('repeat-questions-before', 8)).toEqual(['no data yet', ''])
    expect(figure('repeat-questions-before', 14)).toEqual(['4', 'phone-1 phone-2 phone-3 phone-4'])
    expect(figure('repeat-questions-after', 14)).toEqual(['1', 'phone-10'])
    expect(figure('repeat-questions-after', 21)).toEqual(['0.5', 'phone-10'])
  })

  it('stand in the weekly pack; the same clusters, and nobody by name, where names are withheld', () => {
    const asOf = goLive + 14 * day
    const pack = weeklyPack(replica, { asOf })
    expect(weeklyPackSchema.safeParse(pack).success).toBe(true)
    const { gaps, actions } = pack.communication
    expect(gaps.lines).toMatchObject([
      { title: `${phone}, says Ines Roth`, asked: 5, lately: 5, action: 'Guide by Ines Roth' },
      { title: 'Instalment plan shows wrong due date', asked: 2, lately: 2, action: null },
    ])
    expect(actions.lines).toMatchObject([
      {
        title: 'Guide by Ines Roth',
        kind: 'Guide',
        state: 'Done',
        owner: 'Ines Roth',
        before: '4',
        after: '1',
      },
      { title: 'A tip', state: 'Overdue', owner: null, before: '', after: '' },
    ])
    const withheld = weeklyPack(replica, { asOf, withhold: namesAlone })
    expect(JSON.stringify(withheld)).not.toMatch(/Ines|Roth/)
    expect(withheld.communication.gaps.lines.map(({ asked }) => asked)).toEqual([5, 2])
  })
})
