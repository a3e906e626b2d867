import { rotationPlanKey } from '@domain/model/rotation'
import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { namesAlone } from '@domain/reporting/withholding'
import { describe, expect, test } from 'vitest'
import { day, engagement, goLive, hour, hypercare, type Told } from './hypercare'

/** Monday 9 November 2026, 06:00 in Berlin: a week after the go-live. */
const asOf = goLive + 7 * day

const people: readonly Told[] = [
  { at: -day, entity: 'person', key: 'ines', fields: { name: 'Inês Carvalho', role: 'triage' } },
  { at: -day, entity: 'person', key: 'noor', fields: { name: 'Noor Haddad', role: 'triage' } },
]
/** Inês alone, twelve hours on each day. */
const rota: readonly Told[] = [
  {
    at: -day,
    entity: 'rotation',
    key: 'r',
    fields: { name: 'Triage', role: 'triage', zone: 'Europe/Berlin', layer: 1 },
  },
  {
    at: -day,
    entity: 'rotationPlan',
    key: rotationPlanKey('r', '2026-11-02T00:00'),
    fields: {
      rotation: 'r',
      from: '2026-11-02T00:00',
      startsOn: '2026-11-02',
      handOverAt: '00:00',
      length: 1,
      unit: 'days',
      'member:ines': 0,
      ...Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((weekday) => [
          `hours.${weekday}`,
          '08:00-20:00',
        ]),
      ),
    },
  },
]
const about = { ...engagement, 'hours.mon': '08:00-18:00', 'hours.tue': '08:00-18:00' }
const touches: readonly Told[] = [
  { at: hour, key: 'a', fields: { title: 'No bills', status: 'new', severity: 1 } },
  ...Array.from({ length: 12 }, (_, place) => ({
    at: (place + 2) * hour,
    entity: 'comment',
    key: `c${place}`,
    fields: {
      issue: 'a',
      author: place % 4 === 0 ? 'Noor Haddad' : 'Inês Carvalho',
      text: 'Looked at it',
      writtenAt: goLive + (place + 2) * hour,
      origin: 'typed',
    },
  })),
]

describe('the load of the team', () => {
  test('is time, time outside of hours, hero index and what was too much, each with the people behind it', () => {
    const replica = hypercare([...people, ...rota, ...touches], about)
    const found = new Map(figures(replica, { asOf, kind: 'weekly' }).map((figure) => [figure.id, figure]))
    // Seven days of twelve hours; two of those days have ten hours of support.
    expect(found.get('time-on-shift-in-week')).toMatchObject({
      value: 7 * 12 * 60,
      rows: [{ entity: 'person', key: 'ines' }],
    })
    expect(found.get('time-outside-hours-in-week')?.value).toBe((7 * 12 - 2 * 10) * 60)
    expect(found.get('hero-index-in-week')).toMatchObject({ value: 75, rows: [{ key: 'ines' }] })
    // Too many hours in seven days, twice, and no day off.
    expect(found.get('limit-breaches-in-week')?.value).toBeGreaterThanOrEqual(2)
  })

  test('is told in the weekly pack, without names where those are withheld', () => {
    const replica = hypercare([...people, ...rota, ...touches], about)
    const { load } = weeklyPack(replica, { asOf })
    expect(load.people.lines).toEqual([
      {
        rank: 1,
        name: 'Inês Carvalho',
        time: '84 h',
        onCall: '0 h',
        outside: '64 h',
        nights: '0',
        hero: '75%',
      },
    ])
    expect(load.breaches.lines[0]?.text).toContain('at most')
    expect(JSON.stringify(weeklyPack(replica, { asOf, withhold: namesAlone }).load)).not.toContain('Inês')
  })

  test('is nothing where nobody was on', () => {
    const replica = hypercare(people)
    const found = new Map(figures(replica, { asOf, kind: 'weekly' }).map((figure) => [figure.id, figure]))
    for (const id of [
      'time-on-shift-in-week',
      'time-outside-hours-in-week',
      'hero-index-in-week',
      'limit-breaches-in-week',
    ])
      expect(found.get(id)?.value).toBeNull()
    expect(weeklyPack(replica, { asOf }).load.people).toEqual({ count: 0, lines: [] })
  })
})
