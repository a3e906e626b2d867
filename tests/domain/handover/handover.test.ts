import {
  answerLines,
  itemForm,
  removeLine,
  saveItem,
  saveSession,
  setHeld,
  takeAnswerBack,
  writeProposed,
} from '@domain/handover/commands'
import { handoverCompleteness, percentDone } from '@domain/handover/completeness'
import { attendeesOf, type HandoverLine, handoverLines } from '@domain/handover/lines'
import { readHandoverIssues } from '@domain/handover/open-issues'
import type { Planned, Refused } from '@domain/triage/plan'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { type Laptop, makeLaptop } from '../../support/laptop'

const day = 86_400_000

function carryOut(laptop: Laptop, plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.now += 60_000
  return laptop.write(plan.intents)
}

function linesOf({ replica, now }: Laptop, asOf = now): HandoverLine[] {
  const issues = finish(readHandoverIssues(replica.rows('issue').values(), asOf))
  const items = replica.rows('handoverItem').values()
  return handoverLines({ items, sessions: replica.rows('knowledgeSession').values(), issues })
}

function lineOf(laptop: Laptop, key: string): HandoverLine {
  const line = linesOf(laptop).find((one) => one.key === key)
  if (!line) throw new Error(`no line ${key}`)
  return line
}

const accept = (laptop: Laptop, key: string, by = 'Ines Falk', note = '') =>
  carryOut(laptop, answerLines([lineOf(laptop, key)], { answer: 'accepted', by, note }, laptop.now))

/** Two open issues, one of them with a way round it, and one that has ended. */
function withIssues(): Laptop {
  const ada = makeLaptop('ada')
  ada.write([
    {
      entity: 'issue',
      key: 'i1',
      fields: {
        shortKey: 'WR-1',
        title: 'Batch stops',
        component: 'Billing',
        status: 'in-progress',
        severity: 2,
        workaround: 'Start it by hand',
        raisedAt: ada.now - day,
      },
    },
    {
      entity: 'issue',
      key: 'i2',
      fields: { title: 'Slow search', component: ' billing ', status: 'new', raisedAt: ada.now - day },
    },
    {
      entity: 'issue',
      key: 'i3',
      fields: { title: 'Done', component: 'Portal', status: 'resolved', raisedAt: ada.now - day },
    },
  ])
  return ada
}

describe('what is needed', () => {
  it('is an owner for each component once, and a word for each open issue; a known error is only proposed', () => {
    const lines = linesOf(withIssues())
    expect(lines.map(({ key, isNeeded }) => [key, isNeeded])).toEqual([
      ['ownership:billing', true],
      ['ownership:portal', true],
      ['residual:i1', true],
      ['known-error:i1', false],
      ['residual:i2', true],
    ])
    expect(handoverCompleteness(lines)).toMatchObject({ done: 0, of: 4 })
  })

  it('is nothing yet where there are no issues, and that is not complete', () => {
    const completeness = handoverCompleteness(linesOf(makeLaptop('ada')))
    expect(completeness).toMatchObject({ done: 0, of: 0, missing: [] })
    expect(percentDone(completeness)).toBe(0)
  })

  it('is written down once, whoever does it', () => {
    const [ada, ben] = [withIssues(), makeLaptop('ben')]
    ben.receive(ada.operations)
    const fromAda = carryOut(ada, writeProposed(linesOf(ada)))
    const fromBen = carryOut(ben, writeProposed(linesOf(ben)))
    ada.receive(fromBen)
    ben.receive(fromAda)
    for (const laptop of [ada, ben]) {
      expect(laptop.replica.rows('handoverItem').size).toBe(5)
      expect(laptop.replica.conflicts.size).toBe(0)
    }
    expect(lineOf(ada, 'known-error:i1').row?.values).toMatchObject({
      title: 'WR-1 Batch stops',
      workaround: 'Start it by hand',
    })
    expect(writeProposed(linesOf(ada))).toMatchObject({ ok: false })
  })

  it('can be left out, and stays so', () => {
    const ada = withIssues()
    carryOut(ada, removeLine(lineOf(ada, 'ownership:portal')))
    expect(linesOf(ada).map(({ key }) => key)).not.toContain('ownership:portal')
    const typed = { kind: 'ownership', title: 'PORTAL', takenBy: 'Desk' } as const
    const form = { ...typed, givenBy: '', detail: '', workaround: '', place: '', dueOn: '' }
    carryOut(ada, saveItem(form, undefined, ada.replica.rows('handoverItem'), 'fresh'))
    expect(lineOf(ada, 'ownership:portal').title).toBe('PORTAL')
    expect(saveItem(form, undefined, ada.replica.rows('handoverItem'), 'fresh')).toMatchObject({ ok: false })
  })
})

describe('a line', () => {
  it('is done when it says what it must and is accepted by name', () => {
    const ada = withIssues()
    const line = lineOf(ada, 'ownership:billing')
    accept(ada, line.key)
    expect(lineOf(ada, line.key).lacks).toEqual(['nobody takes it over'])
    const owned = lineOf(ada, line.key)
    if (owned.kind === 'session') throw new Error('an item')
    const form = { ...itemForm(owned), takenBy: 'Service desk' }
    carryOut(ada, saveItem(form, owned, ada.replica.rows('handoverItem'), 'fresh'))
    expect(lineOf(ada, line.key).lacks).toEqual(['changed since it was accepted'])
    accept(ada, line.key)
    expect(lineOf(ada, line.key).lacks).toEqual([])
    expect(handoverCompleteness(linesOf(ada)).kinds.ownership).toEqual({ done: 1, of: 2 })
  })

  it('is not accepted without a name, nor declined without a reason', () => {
    const line = lineOf(withIssues(), 'residual:i1')
    expect(answerLines([line], { answer: 'accepted', by: ' ', note: '' }, 0)).toMatchObject({ ok: false })
    expect(answerLines([line], { answer: 'declined', by: 'Ines', note: '' }, 0)).toMatchObject({ ok: false })
  })

  it('is not accepted any more when that is taken back', () => {
    const ada = withIssues()
    accept(ada, 'residual:i2')
    carryOut(ada, takeAnswerBack(lineOf(ada, 'residual:i2')))
    expect(lineOf(ada, 'residual:i2').lacks).toEqual(['not accepted yet'])
    expect(takeAnswerBack(lineOf(ada, 'residual:i2'))).toMatchObject({ ok: false })
  })

  it('of an issue that has ended is left open no more', () => {
    const ada = withIssues()
    accept(ada, 'residual:i2')
    ada.now += day
    ada.write({ entity: 'issue', key: 'i2', fields: { status: 'resolved' } })
    expect(linesOf(ada).map(({ key }) => key)).not.toContain('residual:i2')
    ada.now += day
    ada.write({ entity: 'issue', key: 'i2', fields: { status: 'returned' } })
    expect(lineOf(ada, 'residual:i2').answer).toBe('accepted')
  })

  it('is told as it stood on a past day', () => {
    const ada = withIssues()
    const before = ada.now
    ada.now += day
    accept(ada, 'residual:i1')
    const accepted = ada.now
    ada.now += day
    carryOut(ada, takeAnswerBack(lineOf(ada, 'residual:i1')))
    const at = (asOf: number) => linesOf(ada, asOf).find(({ key }) => key === 'residual:i1')?.lacks
    expect(at(before)).toEqual(['nobody has accepted it'])
    expect(at(accepted)).toEqual([])
    expect(at(ada.now)).toEqual(['not accepted yet'])
  })
})

describe('a knowledge session', () => {
  const form = {
    title: 'Nightly batch',
    givenBy: 'Tomasz Nowak',
    plannedOn: '2026-03-05',
    attendees: ['Ines', 'Omar'],
    place: '',
    detail: '',
  }

  it('needs to be held, with somebody there, and accepted', () => {
    const ada = makeLaptop('ada')
    carryOut(ada, saveSession({ ...form, attendees: [] }, undefined, 's1'))
    expect(lineOf(ada, 's1').lacks).toEqual(['not held yet', 'not accepted yet'])
    const session = () => {
      const { kind, row } = lineOf(ada, 's1')
      if (kind !== 'session' || !row) throw new Error('no session')
      return row
    }
    carryOut(ada, setHeld(session(), ada.now))
    expect(lineOf(ada, 's1').lacks).toEqual(['nobody says who was there', 'not accepted yet'])
    carryOut(ada, saveSession(form, session(), ''))
    accept(ada, 's1')
    expect(lineOf(ada, 's1').lacks).toEqual([])
    expect(attendeesOf(session())).toEqual(['Ines', 'Omar'])
    carryOut(ada, saveSession({ ...form, attendees: ['Omar'] }, session(), ''))
    expect(attendeesOf(session())).toEqual(['Omar'])
  })

  it('has attendees from two laptops without a conflict', () => {
    const [ada, ben] = [makeLaptop('ada'), makeLaptop('ben')]
    ben.receive(carryOut(ada, saveSession(form, undefined, 's1')))
    const session = (laptop: Laptop) => laptop.replica.rows('knowledgeSession').get('s1')
    const fromAda = carryOut(
      ada,
      saveSession({ ...form, attendees: ['Ines', 'Omar', 'Vera'] }, session(ada), ''),
    )
    ada.receive(carryOut(ben, saveSession({ ...form, attendees: ['Omar', 'Jan'] }, session(ben), '')))
    ben.receive(fromAda)
    for (const laptop of [ada, ben]) {
      const row = session(laptop)
      expect(row && attendeesOf(row)).toEqual(['Jan', 'Omar', 'Vera'])
      expect(laptop.replica.conflicts.size).toBe(0)
    }
  })
})
