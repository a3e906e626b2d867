import { NoteMoments } from '@domain/notifications/note-moments'
import { type Memory, plan } from '@domain/notifications/plan'
import { defaultNotificationSettings } from '@domain/notifications/settings'
import { readRota } from '@domain/rotation/read-rota'
import { acknowledge, beginNote, handNoteOver, rewriteNote } from '@domain/shift-notes/commands'
import { draftNote } from '@domain/shift-notes/draft'
import { type MyShift, shiftToHandOver } from '@domain/shift-notes/my-shift'
import { type NoteRecord, noteRecords, waitsFor } from '@domain/shift-notes/note'
import { everyLine } from '@domain/standup/lines'
import type { Planned, Refused } from '@domain/triage/plan'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const hour = 3_600_000
const [priya, jonas] = ['person:priya', 'person:jonas']

function carryOut(laptop: Laptop, plan: Planned | Refused) {
  if (!plan.ok) throw new Error(plan.reason)
  return laptop.write(plan.intents)
}

const mine: MyShift = {
  shift: {
    key: 'r1@1',
    role: 'triage',
    person: priya,
    from: firstMorning - 8 * hour,
    to: firstMorning,
    origin: 'rotation',
    rotation: 'r1',
  },
  to: jonas,
}

const begin = (laptop: Laptop, text = 'All quiet') =>
  carryOut(laptop, beginNote({ key: 'free', mine, author: 'Priya', me: priya, since: mine.shift.from, text }))

function noteOf({ replica }: Laptop): NoteRecord {
  const [note] = noteRecords(replica.rows('shiftNote').values())
  if (!note) throw new Error('no note')
  return note
}

describe('a hand-over note', () => {
  it('waits for whom it was given to, from when it is handed over until it is read', () => {
    const laptop = makeLaptop('priya')
    begin(laptop)
    expect(waitsFor(noteOf(laptop), jonas)).toBe(false)
    carryOut(laptop, handNoteOver(noteOf(laptop), laptop.now))
    expect([jonas, priya, undefined].map((me) => waitsFor(noteOf(laptop), me))).toEqual([true, false, true])
    expect(handNoteOver(noteOf(laptop), laptop.now)).toMatchObject({ ok: false })
    carryOut(laptop, acknowledge(noteOf(laptop), 'Jonas', laptop.now + 60_000))
    expect(waitsFor(noteOf(laptop), jonas)).toBe(false)
  })

  it('is told once, however long ago it was handed over, unless this laptop came to the engagement later', () => {
    const laptop = makeLaptop('priya')
    const moments = new NoteMoments(() => ({ notes: [noteOf(laptop)], me: jonas, zone: 'UTC' }))
    const look = (before: Memory | undefined, now: number) =>
      plan(before, moments, now, defaultNotificationSettings, 'UTC')
    begin(laptop)
    const watching = look(undefined, laptop.now).memory
    carryOut(laptop, handNoteOver(noteOf(laptop), laptop.now))
    const started = look(watching, laptop.now + 9 * hour)
    expect(started.show.map(({ id }) => id)).toEqual([`shift-note:${laptop.now}:${noteOf(laptop).key}`])
    expect(look(started.memory, laptop.now + 10 * hour).show).toEqual([])
    const joined = look(undefined, laptop.now + 9 * hour)
    expect([joined.show, look(joined.memory, laptop.now + 10 * hour).show]).toEqual([[], []])
    carryOut(laptop, acknowledge(noteOf(laptop), 'Jonas', laptop.now + hour))
    expect(look(watching, laptop.now + 9 * hour).show).toEqual([])
  })

  it('is one note on two laptops, and both who read it are told', () => {
    const [ada, ben] = [makeLaptop('ada'), makeLaptop('ben')]
    ben.receive([...begin(ada), ...carryOut(ada, handNoteOver(noteOf(ada), ada.now))])
    const read = carryOut(ada, acknowledge(noteOf(ada), 'Ada', ada.now + 2))
    ada.receive(carryOut(ben, acknowledge(noteOf(ben), 'Ben', ben.now + 1)))
    ben.receive(read)
    for (const laptop of [ada, ben]) {
      expect(noteOf(laptop).acknowledged.map(({ name }) => name)).toEqual(['Ben', 'Ada'])
      expect(laptop.replica.conflicts.size).toBe(0)
    }
  })

  it('keeps both texts where two laptops wrote on it', () => {
    const [ada, ben] = [makeLaptop('ada'), makeLaptop('ben')]
    ben.receive(begin(ada))
    const written = carryOut(ada, rewriteNote(noteOf(ada), 'Printer stopped'))
    carryOut(ben, rewriteNote(noteOf(ben), 'Printer works'))
    ben.receive(written)
    expect(ben.conflict('shiftNote', noteOf(ben).key, 'text').sort()).toEqual([
      'Printer stopped',
      'Printer works',
    ])
  })

  it('is not handed over empty, nor read while it is being written', () => {
    const laptop = makeLaptop('priya')
    begin(laptop, '')
    expect(handNoteOver(noteOf(laptop), 1)).toMatchObject({ ok: false })
    expect(acknowledge(noteOf(laptop), 'Jonas', 1)).toMatchObject({ ok: false })
  })

  it('is told while it waits', () => {
    const laptop = makeLaptop('priya')
    begin(laptop)
    const moments = new NoteMoments(() => ({ notes: [noteOf(laptop)], me: jonas, zone: 'UTC' }))
    expect(moments.raised()).toEqual([])
    carryOut(laptop, handNoteOver(noteOf(laptop), laptop.now))
    const [told] = moments.raised()
    expect(told).toMatchObject({ title: 'A hand-over note waits', at: laptop.now, place: 'shift-notes' })
    carryOut(laptop, acknowledge(noteOf(laptop), 'Jonas', laptop.now))
    expect(told && moments.stands(told)).toBe(false)
  })
})

describe('what a note is proposed to say', () => {
  it('is what burns with what is next and who is waited for, what changed, and what was promised', () => {
    const laptop = makeLaptop('a')
    const since = laptop.now + hour
    laptop.write([
      {
        entity: 'issue',
        key: 'i1',
        fields: { shortKey: 'A-1', title: 'No\nbills', severity: 1, status: 'in-progress', owner: priya },
      },
      {
        entity: 'issue',
        key: 'i2',
        fields: { shortKey: 'A-2', title: 'Slow', severity: 2, status: 'on-hold', holdReason: 'vendor' },
      },
      { entity: 'issue', key: 'i3', fields: { shortKey: 'A-3', title: 'Typo', severity: 3, status: 'new' } },
      {
        entity: 'action',
        key: 'a1',
        fields: { text: 'Call the bank', owner: jonas, dueOn: '2026-03-01', issue: 'i1' },
      },
      { entity: 'action', key: 'a2', fields: { text: 'Old', doneAt: laptop.now } },
    ])
    laptop.now = since + hour
    laptop.write({ entity: 'issue', key: 'i3', fields: { status: 'resolved' } })
    const { replica } = laptop
    const lines = everyLine({
      notes: replica.rows('standupNote'),
      actions: replica.rows('action'),
      decisions: replica.rows('decision'),
    })
    const personName = (key: string) => key.replace('person:', '')
    const draft = draftNote({
      issues: replica.rows('issue'),
      lines,
      since,
      now: laptop.now,
      zone: 'UTC',
      personName,
    })
    expect(finish(draft).split('\n')).toEqual([
      'Severity 1 and 2 open: 2',
      '- A-1 (severity 1) No bills. In progress, waiting for priya. Next: Call the bank (jonas, was due 1 Mar)',
      '- A-2 (severity 2) Slow. Waiting for a vendor, with nobody. Next: to be said',
      '',
      'What changed since Mon 2 Mar 2026, 09:00',
      '- Resolved: A-3',
      '',
      'Actions open: 1',
      '- Call the bank (jonas, was due 1 Mar)',
    ])
  })
})

describe('whose shift a note is of', () => {
  const rotaOfTwo = () => {
    const laptop = makeLaptop('a')
    const wall = (day: number, time: string) => `2026-03-0${day}T${time}`
    laptop.write(
      [
        { person: priya, from: wall(2, '06:00'), to: wall(2, '14:00') },
        { person: jonas, from: wall(2, '14:00'), to: wall(2, '22:00') },
      ].map((fields, place) => ({
        entity: 'shiftOverride',
        key: `o${place}`,
        fields: { ...fields, role: 'triage', zone: 'UTC', madeAt: place },
      })),
    )
    const rows = laptop.replica
    return readRota({
      rotation: rows.rows('rotation'),
      rotationPlan: rows.rows('rotationPlan'),
      shiftOverride: rows.rows('shiftOverride'),
      shiftSwap: rows.rows('shiftSwap'),
      coverNeed: rows.rows('coverNeed'),
      person: rows.rows('person'),
      leave: rows.rows('leave'),
      zone: 'UTC',
    })
  }

  it('is the one that somebody is on or has just ended, and the next of the role gets it', () => {
    const rota = rotaOfTwo()
    const at = (time: number) => firstMorning + time * hour
    for (const now of [at(1), at(8)])
      expect(shiftToHandOver(rota, priya, now)).toMatchObject({ shift: { person: priya }, to: jonas })
    expect(shiftToHandOver(rota, jonas, at(8))).toMatchObject({ shift: { person: jonas }, to: undefined })
    expect(shiftToHandOver(rota, jonas, at(1))).toBeUndefined()
    expect(shiftToHandOver(rota, priya, at(20))).toBeUndefined()
  })
})
