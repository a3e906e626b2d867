import { Deadlines } from '@domain/clocks/deadlines'
import { standupKey } from '@domain/model/standup'
import { agendaOf } from '@domain/standup/agenda'
import {
  beginStandup,
  endStandup,
  issueToLine,
  lineToIssue,
  type NewLine,
  reword,
  say,
  setDone,
  setHere,
} from '@domain/standup/commands'
import { standupFacts } from '@domain/standup/facts'
import { everyLine } from '@domain/standup/lines'
import { standupMarkdown } from '@domain/standup/markdown'
import { findStandups, standupRecord, standupRecords } from '@domain/standup/record'
import { roundUpText } from '@domain/standup/round-up'
import type { Planned, Refused } from '@domain/triage/plan'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const hour = 3_600_000
const day = '2026-03-02'
const standup = standupKey(day)
const [priya, jonas] = ['person:priya', 'person:jonas']

function carryOut(laptop: Laptop, plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  return laptop.write(plan.intents)
}

function begin(laptop: Laptop, by: string) {
  const standing = laptop.replica.rows('standup').get(standup)
  return carryOut(laptop, beginStandup(standing, { day, by, now: laptop.now }))
}

const line = (laptop: Laptop, told: Partial<NewLine> & Pick<NewLine, 'key' | 'text'>): NewLine => ({
  standup,
  about: { kind: 'person', person: priya },
  kind: 'note',
  author: 'Lena',
  now: laptop.now,
  ...told,
})

const linesOf = ({ replica }: Laptop) =>
  everyLine({
    notes: replica.rows('standupNote'),
    actions: replica.rows('action'),
    decisions: replica.rows('decision'),
  })

const recordOf = ({ replica }: Laptop) => {
  const row = replica.rows('standup').get(standup)
  const record = row && standupRecord(row)
  if (!record) throw new Error('no standup')
  return record
}

const dumpOf = ({ replica }: Laptop) =>
  ['standup', 'standupNote', 'action'].map((entity) =>
    [...replica.table(entity).values()]
      .map(({ key, values }) => ({ key, values }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  )

describe('a standup held on two laptops at once', () => {
  it('is one standup with everything that was said, and no conflict', () => {
    const [lena, katrin] = [makeLaptop('lena'), makeLaptop('katrin')]
    const first = begin(lena, 'Lena')
    katrin.now += 60_000
    const second = begin(katrin, 'Katrin')
    const said = [
      ...carryOut(lena, say(line(lena, { key: 'n1', text: 'Printer works' }))),
      ...carryOut(lena, setHere(recordOf(lena), { key: priya, name: 'Priya' })),
      ...carryOut(
        lena,
        endStandup(recordOf(lena), { by: 'Lena', now: lena.now + 900_000, roundUp: 'Resolved: 1' }),
      ),
    ]
    const alsoSaid = [
      ...carryOut(katrin, say(line(katrin, { key: 'n2', text: 'No trace yet', kind: 'blocker' }))),
      ...carryOut(katrin, setHere(recordOf(katrin), { key: jonas, name: 'Jonas' })),
      ...carryOut(
        katrin,
        endStandup(recordOf(katrin), { by: 'Katrin', now: katrin.now + 900_000, roundUp: 'Resolved: 2' }),
      ),
    ]
    katrin.receive([...first, ...said])
    lena.receive([...second, ...alsoSaid].reverse())
    expect(dumpOf(lena)).toEqual(dumpOf(katrin))
    expect(linesOf(lena).map(({ text }) => text)).toEqual(['Printer works', 'No trace yet'])
    expect(recordOf(lena)).toMatchObject({
      leaders: ['Lena', 'Katrin'],
      startedAt: firstMorning,
      endedAt: firstMorning + 960_000,
      here: new Set([priya, jonas]),
      roundUp: 'Resolved: 1',
    })
    expect(lena.replica.conflicts.size).toBe(0)
  })

  it('keeps both ways in which one line was worded', () => {
    const [lena, katrin] = [makeLaptop('lena'), makeLaptop('katrin')]
    katrin.receive([
      ...begin(lena, 'Lena'),
      ...carryOut(lena, say(line(lena, { key: 'n1', text: 'Printer' }))),
    ])
    const wording = (laptop: Laptop, text: string) => {
      const [said] = linesOf(laptop)
      if (!said) throw new Error('no line')
      return carryOut(laptop, reword(said, text))
    }
    lena.receive(wording(katrin, 'Printer in Leipzig'))
    wording(lena, 'Printer in Leipzig works')
    katrin.receive(lena.operations)
    const apart = makeLaptop('apart')
    apart.receive(lena.operations.slice(0, 2))
    wording(apart, 'Printer, first floor')
    lena.receive(apart.operations)
    expect(lena.conflict('standupNote', 'n1', 'text').sort()).toEqual([
      'Printer in Leipzig works',
      'Printer, first floor',
    ])
  })
})

describe('begin and end', () => {
  it('goes on with a standup that was ended, and asks nothing of one that goes on', () => {
    const lena = makeLaptop('lena')
    begin(lena, 'Lena')
    expect(
      beginStandup(lena.replica.rows('standup').get(standup), { day, by: 'Lena', now: 1 }).intents,
    ).toEqual([])
    carryOut(lena, endStandup(recordOf(lena), { by: 'Lena', now: firstMorning + 1, roundUp: '' }))
    expect(recordOf(lena).endedAt).toBe(firstMorning + 1)
    begin(lena, 'Lena')
    expect(recordOf(lena)).toMatchObject({ endedAt: undefined, startedAt: firstMorning })
  })
})

describe('actions', () => {
  it('carry over until they are done, with whoever does them', () => {
    const lena = makeLaptop('lena')
    begin(lena, 'Lena')
    const about = { kind: 'person' as const, person: priya }
    carryOut(
      lena,
      say(
        line(lena, { key: 'a1', kind: 'action', text: 'Call the vendor', about, owner: jonas, dueOn: day }),
      ),
    )
    lena.now += 24 * hour
    const tomorrow = standupKey('2026-03-03')
    carryOut(lena, beginStandup(undefined, { day: '2026-03-03', by: 'Lena', now: lena.now }))
    const carriedIn = (key: string) => {
      const record = standupRecords(lena.replica.rows('standup').values()).find((one) => one.key === key)
      if (!record) throw new Error(key)
      const agenda = agendaOf({
        standup: record,
        facts: undefined,
        lines: linesOf(lena),
        people: lena.replica.rows('person'),
        isAway: () => false,
        onShift: new Map(),
        decisionsNeeded: [],
        today: record.day,
      })
      return agenda.flatMap(({ id, carried }) => carried.map(({ text }) => `${id}: ${text}`))
    }
    // Jonas is on no list of people, so he cannot bring it up himself.
    expect(carriedIn(tomorrow)).toEqual(['topic other: Call the vendor'])
    lena.write({ entity: 'person', key: jonas, fields: { name: 'Jonas' } })
    expect(carriedIn(tomorrow)).toEqual([`person ${jonas}: Call the vendor`])
    expect(carriedIn(standup)).toEqual([])
    const [action] = linesOf(lena)
    if (!action) throw new Error('no action')
    carryOut(lena, setDone(action, lena.now + 60_000))
    expect(carriedIn(tomorrow)).toHaveLength(1)
    lena.now += 24 * hour
    carryOut(lena, beginStandup(undefined, { day: '2026-03-04', by: 'Lena', now: lena.now }))
    expect(carriedIn(standupKey('2026-03-04'))).toEqual([])
  })

  it('are refused without words', () => {
    const lena = makeLaptop('lena')
    expect(say(line(lena, { key: 'a', kind: 'action', text: '  ' }))).toMatchObject({ ok: false })
  })
})

describe('a line', () => {
  it('becomes an issue once, with whoever does it as its owner', () => {
    const lena = makeLaptop('lena')
    begin(lena, 'Lena')
    carryOut(
      lena,
      say(line(lena, { key: 'a1', kind: 'action', text: 'Printer\nof the first floor', owner: jonas })),
    )
    const made = () => {
      const [said] = linesOf(lena)
      if (!said) throw new Error('no line')
      return lineToIssue(said, { key: 'i1', shortKey: 'LEN-1', now: lena.now })
    }
    carryOut(lena, made())
    expect(lena.replica.rows('issue').get('i1')?.values).toMatchObject({
      title: 'Printer',
      description: 'Printer\nof the first floor',
      owner: jonas,
      status: 'new',
    })
    expect(linesOf(lena)[0]?.issue).toBe('i1')
    expect(made()).toMatchObject({ ok: false })
  })
})

describe('an issue put on a standup before it is begun', () => {
  it('stands there under its owner once it is', () => {
    const lena = makeLaptop('lena')
    lena.write({ entity: 'issue', key: 'i1', fields: { title: 'No bills', shortKey: 'A-1', status: 'new' } })
    const row = lena.replica.rows('issue').get('i1')
    if (!row) throw new Error('no issue')
    carryOut(lena, issueToLine(row, line(lena, { key: 'n1', text: '' })))
    begin(lena, 'Lena')
    const [said] = linesOf(lena)
    expect(said).toMatchObject({ text: 'No bills', issue: 'i1', standup, about: { person: priya } })
    expect(recordOf(lena).leaders).toEqual(['Lena'])
  })
})

describe('what a standup is told by itself', () => {
  const since = firstMorning + hour

  function facts(laptop: Laptop, clocks: Parameters<Deadlines['set']>[1] = []) {
    const deadlines = new Deadlines()
    deadlines.set('late', clocks)
    const context = {
      zone: 'UTC',
      people: laptop.replica.rows('person'),
      isAway: () => false,
      teamsAreUsed: false,
    }
    return finish(
      standupFacts({ ...context, now: laptop.now, issues: laptop.replica.rows('issue'), deadlines, since }),
    )
  }

  it('is what has changed since the last one, under who has it', () => {
    const lena = makeLaptop('lena')
    const issue = (key: string, fields: Record<string, string | number>) =>
      lena.write({ entity: 'issue', key, fields: { title: key, status: 'in-progress', ...fields } })
    lena.write({ entity: 'person', key: priya, fields: { name: 'Priya' } })
    issue('old', { severity: 3, owner: priya })
    issue('moves', { severity: 3, owner: priya })
    issue('ends', { severity: 2, owner: priya })
    issue('late', { severity: 3, owner: priya })
    issue('orphan', { severity: 3 })
    lena.now = since + hour
    issue('fresh', { severity: 1, owner: priya })
    lena.write({ entity: 'issue', key: 'moves', fields: { status: 'fix-ready' } })
    lena.write({ entity: 'issue', key: 'ends', fields: { status: 'resolved' } })
    const found = facts(lena, [{ kind: 'resolve', state: 'running', dueAt: since + 1 }])
    const told = (groups: readonly { kind: string; issues: readonly string[] }[] = []) =>
      Object.fromEntries(groups.map(({ kind, issues }) => [kind, issues]))
    expect(told(found.roundUp)).toEqual({
      'new-severe': ['fresh'],
      breached: ['late'],
      moved: ['moves'],
      resolved: ['ends'],
    })
    expect(told(found.byPerson.get(priya))).toEqual({
      late: ['late'],
      severe: ['fresh'],
      moved: ['moves'],
      resolved: ['ends'],
    })
    expect(told(found.unowned)).toEqual({ unowned: ['orphan'] })
    expect(roundUpText(found.roundUp, (key) => key)).toContain('New severity 1 and 2: 1 issue (fresh)')
  })
})

describe('the minutes', () => {
  it('are Markdown in which nothing that was typed is a mark', () => {
    const lena = makeLaptop('lena')
    begin(lena, 'Lena *')
    const text = '<img src=x> **bold** [link](http://evil.example) `code`\n# heading'
    carryOut(lena, say(line(lena, { key: 'n1', text })))
    carryOut(lena, say(line(lena, { key: 'a1', kind: 'action', text: '1. Call', owner: jonas, dueOn: day })))
    const names = { zone: 'UTC', person: (key: string) => `_${key}_`, issue: (key: string) => key }
    const minutes = standupMarkdown(recordOf(lena), linesOf(lena), 'Resolved: 1 issue (<b>)', names)
    expect(minutes).toContain('# Standup Mon 2 Mar 2026\n\nLed by Lena \\*, 08:00, UTC.')
    expect(minutes).toContain(
      '- \\<img src=x\\> \\*\\*bold\\*\\* \\[link\\](http\\://evil.example) \\`code\\` / # heading',
    )
    expect(minutes).toContain('- **Action:** 1\\. Call (\\_person:jonas\\_, by Mon 2 Mar 2026)')
    expect(minutes).toContain('- Resolved: 1 issue (\\<b\\>)')
  })
})

describe('the search among past standups', () => {
  it('finds words, names and days, whatever the case or accents', () => {
    const lena = makeLaptop('lena')
    begin(lena, 'Amélie')
    carryOut(lena, say(line(lena, { key: 'n1', text: 'Müller waits for the printer' })))
    const records = standupRecords(lena.replica.rows('standup').values())
    const found = (query: string) => findStandups(records, linesOf(lena), () => 'Priya Raman', query).length
    expect(['', 'muller PRINTER', 'amelie', 'raman', '2 mar', '2026-03-02'].map(found)).toEqual([
      1, 1, 1, 1, 1, 1,
    ])
    expect(found('scanner')).toBe(0)
  })
})
