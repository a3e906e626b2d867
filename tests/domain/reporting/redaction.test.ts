import type { Fields } from '@domain/model/value'
import { figures } from '@domain/reporting/figures'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { redactNames } from '@domain/reporting/redaction'
import { describe, expect, test } from 'vitest'
import { day, engagement, goLive, hour, hypercare, type Told } from './hypercare'

const person = (key: string, fields: Fields): Told => ({ at: -day, entity: 'person', key, fields })

const told: readonly Told[] = [
  person('p1', { name: 'Ines Petrov', email: 'ipetrov7@example.org' }),
  person('p2', { name: "Zoë O'Hara", sourceName: 'zohara42' }),
  person('p3', { name: 'Bo Li' }),
  person('p4', { name: '山田太郎' }),
  {
    at: hour,
    key: 'a',
    fields: {
      title: 'Ines Petrov cannot print, says Müller',
      status: 'new',
      severity: 1,
      owner: 'p1',
      reporter: 'Müller, Jörg',
      component: 'Desk of Ines',
      processArea: 'JÖRG MULLER',
      'affected:Fay Wray': true,
    },
  },
  {
    at: hour,
    entity: 'comment',
    key: 'c1',
    fields: { issue: 'a', author: 'Grace Hopper', text: 'x', writtenAt: goLive },
  },
  {
    at: hour,
    entity: 'decision',
    key: 'd1',
    fields: { title: 'Fay Wray gets a laptop', askedOf: 'Dr. Unknown', status: 'needed' },
  },
]
const replica = hypercare(told, { ...engagement, sponsor: 'Ulrike Sander' })
const redact = redactNames(replica)

describe('a text without names', () => {
  test.each([
    ['Ines Petrov cannot print', '[name] cannot print'],
    ["Petrov's printer is on fire", "[name]'s printer is on fire"],
    ['ines petrov called', '[name] called'],
    ['Zoe O’Hara and zohara42 agree', '[name] and [name] agree'],
    ['ask IPETROV7@example.org, or ipetrov7', 'ask [name], or [name]'],
    ['Jörg MÜLLER / Grace', '[name] / [name]'],
    ['Ulrike and Fay', '[name] and [name]'],
    ['Bo Li sees nothing', '[name] sees nothing'],
    ['Li-ion battery, fay, wraying', 'Li-ion battery, fay, wraying'],
    ['プリンタ、山田太郎さん', 'プリンタ、[name]さん'],
    ['Nothing to hide: 3 < 4', 'Nothing to hide: 3 < 4'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })
})

describe('a report that withholds names', () => {
  const question = { asOf: goLive + 2 * day, withholdNames: true }
  const names = /\b(?:Ines|Petrov|Zoë|Hara|Müller|MULLER|JÖRG|Fay|Wray|Grace|Hopper|Unknown|Ulrike|Sander)\b/u

  test.each([
    ['daily', dailyPack],
    ['weekly', weeklyPack],
  ] as const)('%s: says so, names nobody, and counts the same', (_, make) => {
    const withheld = make(replica, question)
    const open = make(replica, { asOf: question.asOf })
    expect(JSON.stringify(withheld)).not.toMatch(names)
    expect(JSON.stringify(open)).toMatch(names)
    expect([withheld.namesWithheld, open.namesWithheld]).toEqual([true, false])
    expect(withheld.register.lines[0]).toMatchObject({
      owner: '[name]',
      title: '[name] cannot print, says [name]',
    })
    expect(withheld.severities).toEqual(open.severities)
  })

  test('no figure carries a name in its label', () => {
    expect(JSON.stringify(figures(replica, question).map(({ rows, ...figure }) => figure))).not.toMatch(names)
  })
})
