import type { Fields } from '@domain/model/value'
import { figures } from '@domain/reporting/figures'
import { dailyPack } from '@domain/reporting/make-daily-pack'
import { exitPack } from '@domain/reporting/make-exit-pack'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { redactNames } from '@domain/reporting/redacted-names'
import { redactPhrases } from '@domain/reporting/redacted-phrases'
import { namesAlone } from '@domain/reporting/withholding'
import { describe, expect, test } from 'vitest'
import { hash } from './hash'
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
  const question = { asOf: goLive + 2 * day, withhold: namesAlone }
  const names = /\b(?:Ines|Petrov|Zoë|Hara|Müller|MULLER|JÖRG|Fay|Wray|Grace|Hopper|Unknown|Ulrike|Sander)\b/u

  test.each([
    ['daily', dailyPack],
    ['weekly', weeklyPack],
  ] as const)('%s: says so, names nobody, and counts the same', (_, make) => {
    const withheld = make(replica, question)
    const open = make(replica, { asOf: question.asOf })
    expect(JSON.stringify(withheld)).not.toMatch(names)
    expect(JSON.stringify(open)).toMatch(names)
    expect([withheld.withheld, open.withheld]).toEqual(['names withheld', ''])
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

describe('a report that withholds units and marked fields', () => {
  const unitFields = {
    reporterUnit: 'Field Operations North',
    'column:Cost centre': 'KST-4711',
    'column:Site': 'IT',
  }
  const engaged = hypercare([
    ...told,
    {
      at: hour,
      key: 'b',
      fields: {
        title: 'Field operations north cannot post to kst 4711, says IT',
        status: 'new',
        severity: 1,
        component: 'Ledger',
        processArea: 'Field Operations North',
        externalKey: 'SAP-77',
        ...unitFields,
      },
    },
    {
      at: hour,
      key: 'c',
      fields: {
        title: 'Ledger shows SAP-77 twice, it is slow',
        status: 'new',
        severity: 2,
        class: 'question',
      },
    },
    {
      at: hour,
      entity: 'adoptionConcern',
      key: 'n1',
      fields: { title: 'Nobody of Crew Desk signs in', group: 'Crew Desk', seen: '0 of Crew Desk' },
    },
    {
      at: hour,
      entity: 'risk',
      key: 'r1',
      fields: { title: 'Crew Desk is short of hands', raisedAt: goLive },
    },
    {
      at: hour,
      entity: 'handoverItem',
      key: 'h1',
      fields: { kind: 'ownership', title: 'Ledger', takenBy: 'Crew Desk' },
    },
  ])
  const asOf = goLive + 2 * day
  const secrets = /[Ff]ield [Oo]perations|Crew Desk|KST|4711|\bIT\b|Ledger|SAP-77/
  const withhold = {
    names: false,
    units: true,
    fields: ['column:Cost centre', 'column:Site', 'component', 'externalKey'],
  }

  test('the exit report tells nothing of them, and counts the same', async () => {
    const { pack } = await exitPack(engaged, { asOf, withhold, hash })
    const open = await exitPack(engaged, { asOf, hash })
    expect(JSON.stringify(pack)).not.toMatch(secrets)
    expect(JSON.stringify(open.pack)).toMatch(secrets)
    expect(pack.withheld).toBe('units and 4 fields withheld')
    expect(pack.register.lines.map(({ key, title }) => [key, title])).toContainEqual([
      '[withheld]',
      '[unit] cannot post to [withheld], says [withheld]',
    ])
    expect(pack.severities).toEqual(open.pack.severities)
    expect(pack.handover.percent).toBe(open.pack.handover.percent)
    expect(pack.handover.sections.map(({ done, of }) => [done, of])).toEqual(
      open.pack.handover.sections.map(({ done, of }) => [done, of]),
    )
  })

  test('names that are not withheld stay', () => {
    expect(JSON.stringify(weeklyPack(engaged, { asOf, withhold }))).toContain('Ines Petrov')
  })

  test('a title that is marked is withheld whole', () => {
    const [line] = dailyPack(engaged, { asOf, withhold: { names: false, units: false, fields: ['title'] } })
      .register.lines
    expect(line?.title).toBe('[withheld]')
  })
})

describe('a phrase', () => {
  const hushed = redactPhrases(
    ['Sales', 'ops', 'IT', 'Ops EMEA Desk Two', 'Ops EMEA Desk', '経理部', '7', ' '],
    '[x]',
  )
  test.each([
    ['sales of Sales', 'sales of [x]'],
    ['ops and Ops', '[x] and [x]'],
    ['it is IT', 'it is [x]'],
    ['OPS / emea – desk two: ops emea', '[x]: [x] emea'],
    ['ops emea desk', '[x]'],
    ['今日は経理部です', '今日は[x]です'],
    ['7 of 7', '7 of 7'],
  ])('%s', (text, expected) => {
    expect(hushed(text)).toBe(expected)
  })

  test('also where it is longer than any page has room for', () => {
    const long = Array.from({ length: 2_000 }, (_, place) => `step ${place}`).join(', ')
    expect(redactPhrases([long], '[x]')(`Do this: ${long}. Then call.`)).toBe('Do this: [x]. Then call.')
  })
})
