import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { weeklyPackSchema } from '@domain/reporting/weekly-pack'
import { namesAlone } from '@domain/reporting/withholding'
import { describe, expect, it } from 'vitest'
import { day, goLive, hour, hypercare, type Told } from './hypercare'

/** From 06:00 in Berlin on the Monday of the go-live. */
const at = (days: number, hourOfDay: number) => days * day + (hourOfDay - 6) * hour
const told = { publish: true, publicTitle: 'Sign-in' }

function sending(key: string, when: number, fields: Told['fields']): Told {
  const content = { bulletin: key, audience: 'users', sentAt: goLive + when, ...fields }
  return { at: when, entity: 'bulletinSending', key, fields: content }
}

/** Due on Tuesday and Thursday at 16:00: on Tuesday in time, on Thursday two hours late; another audience never. */
const replica = hypercare([
  { at: 0, entity: 'person', key: 'ines', fields: { name: 'Ines Roth' } },
  {
    at: 0,
    entity: 'audience',
    key: 'users',
    fields: { name: 'All users', dueTime: '16:00', 'due:tue': true, 'due:thu': true },
  },
  {
    at: 0,
    entity: 'audience',
    key: 'team',
    fields: { name: 'Team of Ines Roth', dueTime: '09:00', 'due:wed': true },
  },
  { at: hour, key: 'a', fields: { title: 'A', status: 'new', ...told, publicWorkaround: 'Use the other' } },
  { at: hour, key: 'b', fields: { title: 'B', status: 'new', ...told } },
  { at: hour, key: 'c', fields: { title: 'C', status: 'new', ...told, publicWorkaround: 'Wait' } },
  { at: hour, key: 'd', fields: { title: 'D', status: 'new', ...told, publicWorkaround: 'Wait' } },
  sending('one', at(1, 15), {
    subject: 'Bulletin 1',
    to: 'All@x.example\nb@x.example',
    'told:a': 'known',
    'told:b': 'known',
    'told:c': 'known',
  }),
  sending('two', at(3, 18), {
    subject: 'Bulletin 2',
    to: 'all@x.example',
    'told:a': 'known',
    'told:c': 'fixed',
  }),
  { at: at(3, 10), key: 'c', fields: { status: 'resolved' } },
  sending('taken back', at(3, 19), { to: 'c@x.example', 'told:d': 'known', removed: true }),
])

function figure(id: string, asOf: number) {
  const found = figures(replica, { asOf: goLive + asOf, kind: 'weekly' }).find((one) => one.id === id)
  return found && [found.display, found.rows.map(({ key }) => key).join(' ')]
}

describe('figures about bulletins', () => {
  it('count those sent, together and by audience, as of any day', () => {
    expect(figure('bulletins-sent-in-week', at(1, 14))).toEqual(['0', ''])
    expect(figure('bulletins-sent-in-week', at(4, 0))).toEqual(['2', 'one two'])
    expect(figure('bulletins-sent-in-week', at(9, 0))).toEqual(['1', 'two'])
    expect(figure('bulletins-audience-1-in-week', at(4, 0))).toEqual(['2', 'one two'])
    expect(figure('bulletins-audience-2-in-week', at(4, 0))).toEqual(['0', ''])
  })

  it('tell how many went out when they were due, those that waited first', () => {
    expect(figure('bulletins-on-time-in-week', at(1, 15.5))).toEqual(['no data yet', ''])
    expect(figure('bulletins-on-time-in-week', at(1, 16))).toEqual(['100% (1 of 1)', 'one'])
    expect(figure('bulletins-on-time-in-week', at(4, 0))).toEqual(['33.3% (1 of 3)', 'users team one'])
  })

  it('count the open issues that users were told of, and those of them with a workaround', () => {
    expect(figure('issues-told-open', at(2, 0))).toEqual(['3', 'a b c'])
    expect(figure('issues-told-with-workaround', at(2, 0))).toEqual(['66.7% (2 of 3)', 'a c'])
    expect(figure('issues-told-open', at(4, 0))).toEqual(['2', 'a b'])
    expect(figure('issues-told-with-workaround', at(4, 0))).toEqual(['50% (1 of 2)', 'a'])
  })

  it('count an address once, however it is written', () => {
    expect(figure('bulletin-reach-in-week', at(1, 14))).toEqual(['no data yet', ''])
    expect(figure('bulletin-reach-in-week', at(4, 0))).toEqual(['2', 'one two'])
  })

  it('stand in the weekly pack, which names nobody where names are withheld', () => {
    const question = { asOf: goLive + at(4, 0) }
    const pack = weeklyPack(replica, question)
    expect(weeklyPackSchema.safeParse(pack).success).toBe(true)
    expect(pack.communication.audiences).toEqual({
      count: 2,
      lines: [
        {
          rank: 1,
          name: 'All users',
          sent: 2,
          onTime: '50% (1 of 2)',
          told: 3,
          addresses: '2',
          last: 'Thu 5 Nov 2026, 18:00',
        },
        {
          rank: 2,
          name: 'Team of Ines Roth',
          sent: 0,
          onTime: '0% (0 of 1)',
          told: 0,
          addresses: 'not known',
          last: 'never yet',
        },
      ],
    })
    expect(pack.communication.figures).toContainEqual({
      label: 'Bulletins on time',
      display: '33.3% (1 of 3)',
    })
    expect(JSON.stringify(weeklyPack(replica, { ...question, withhold: namesAlone }))).not.toMatch(
      /Ines|Roth/,
    )
  })
})
