import { typedAddresses } from '@domain/bulletins/addresses'
import { audienceForm, emptyAudience, saveAudience } from '@domain/bulletins/audience-commands'
import {
  addLine,
  beginBulletin,
  draftOf,
  editBulletin,
  editLine,
  leaveOut,
  markSent,
  removeBulletin,
  setPublish,
  tellAudience,
} from '@domain/bulletins/commands'
import type { ComposedLine } from '@domain/bulletins/compose'
import { readContent } from '@domain/bulletins/content'
import { nextBulletin, overdueBulletin } from '@domain/bulletins/due'
import { bulletinText } from '@domain/bulletins/plain-text'
import { sendingsTo } from '@domain/bulletins/published'
import { describe, expect, test } from 'vitest'
import { done, draftOn } from '../../support/bulletins'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const hour = 3_600_000
const zone = 'Europe/Berlin'
const audience = 'all users'

const told = {
  status: 'in-progress',
  severity: 2,
  publish: true,
  title: 'NPE in PrintService',
  publicTitle: 'Letters print without the address',
  publicText: 'Some letters show an empty address.',
  publicWorkaround: 'Print them again.',
}

function office(name = 'ana'): Laptop {
  const laptop = makeLaptop(name)
  const form = { ...emptyAudience, name: 'All users', recipients: ['anna@users.example', 'bo@users.example'] }
  done(laptop, saveAudience(undefined, form))
  laptop.write({ entity: 'issue', key: 'a', fields: { shortKey: 'TES-1', raisedAt: laptop.now, ...told } })
  return laptop
}

const audienceOn = ({ replica }: Laptop) => must(replica.rows('audience').get(audience))
const issueOn = ({ replica }: Laptop, key = 'a') => must(replica.rows('issue').get(key))
const sendingsOn = ({ replica }: Laptop) => [...replica.rows('bulletinSending').values()]

function begin(laptop: Laptop) {
  const { replica } = laptop
  const sendings = replica.rows('bulletinSending').values()
  done(laptop, beginBulletin(audienceOn(laptop), replica.rows('bulletin').values(), sendings))
  return bulletinOn(laptop)
}

const bulletinOn = (laptop: Laptop) =>
  must(draftOf(audience, laptop.replica.rows('bulletin').values(), sendingsOn(laptop)))

function send(laptop: Laptop, key: string) {
  const { sections } = draftOn(laptop)
  const sending = { key, now: laptop.now, by: 'Ana' }
  done(laptop, markSent(bulletinOn(laptop), sections, audienceOn(laptop), sending))
}

const lines = (laptop: Laptop) =>
  Object.fromEntries(
    draftOn(laptop).content.sections.map(({ section, items }) => [section, items.map(({ title }) => title)]),
  )
const lineOf = (laptop: Laptop, title: string): ComposedLine =>
  must(
    draftOn(laptop)
      .sections.flatMap(({ lines }) => lines)
      .find((line) => line.title === title),
  )

function must<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('not there')
  return found
}

describe('a draft', () => {
  test('tells what is known, what comes with which patch, and what was fixed, gravest first', () => {
    const laptop = office()
    const raisedAt = laptop.now
    laptop.write([
      { entity: 'engagement', key: 'engagement', fields: { zone } },
      {
        entity: 'patch',
        key: 'p7',
        fields: { name: 'Patch 7', state: 'planned', opensAt: raisedAt + 10 * hour },
      },
      {
        entity: 'issue',
        key: 'b',
        fields: { ...told, raisedAt, severity: 1, publicTitle: 'Nobody can log in' },
      },
      {
        entity: 'issue',
        key: 'c',
        fields: { ...told, raisedAt, patch: 'p7', publicTitle: 'Slow search' },
      },
      {
        entity: 'issue',
        key: 'd',
        fields: { ...told, raisedAt, status: 'fix-ready', publicTitle: 'Wrong sums' },
      },
      {
        entity: 'issue',
        key: 'e',
        fields: { ...told, raisedAt, status: 'resolved', publicTitle: 'Lost pages' },
      },
      {
        entity: 'issue',
        key: 'f',
        fields: { ...told, raisedAt, status: 'declined', publicTitle: 'Never mind' },
      },
      { entity: 'issue', key: 'g', fields: { ...told, raisedAt, publish: false, publicTitle: 'Not yet' } },
    ])
    expect(lines(laptop)).toEqual({
      known: ['Nobody can log in', 'Letters print without the address'],
      coming: ['Slow search', 'Wrong sums'],
      fixed: ['Lost pages'],
    })
    expect(bulletinText(draftOn(laptop).content, { heading: true })).toBe(`Bulletin 1: known issues and fixes

Known issues

1. Nobody can log in
   Some letters show an empty address.
   What to do until then: Print them again.

2. Letters print without the address
   Some letters show an empty address.
   What to do until then: Print them again.

Fixes on their way

1. Slow search
   Some letters show an empty address.
   What to do until then: Print them again.
   Comes with: Patch 7, Mon 2 Mar 2026, 19:00

2. Wrong sums
   Some letters show an empty address.
   What to do until then: Print them again.

Fixed since the last bulletin

1. Lost pages
   Some letters show an empty address.
`)
  })

  test('says how it stands with the patch, and nothing of one that brings nothing', () => {
    const laptop = office()
    laptop.write([
      { entity: 'issue', key: 'a', fields: { patch: 'p7' } },
      {
        entity: 'patch',
        key: 'p7',
        fields: { name: 'Patch 7', state: 'planned', opensAt: laptop.now - hour },
      },
    ])
    const ride = () => lineOf(laptop, told.publicTitle).ride
    expect(ride()).toBe('Patch 7')
    laptop.write({ entity: 'patch', key: 'p7', fields: { state: 'shipped' } })
    expect(ride()).toBe('Patch 7, which is being checked')
    laptop.write({ entity: 'patch', key: 'p7', fields: { state: 'rolled-back' } })
    expect(lines(laptop)).toEqual({ known: [told.publicTitle] })
    laptop.write({ entity: 'issue', key: 'a', fields: { patch: 'not a patch of ours' } })
    expect(ride()).toBe('')
  })

  test('is for whom the issue names or, where it names nobody, for whom it concerns', () => {
    const laptop = office()
    const billing = { ...emptyAudience, name: 'Billing', units: ['Billing'] }
    done(laptop, saveAudience(undefined, billing))
    const titles = (name: string) => draftOn(laptop, name).content.sections.flatMap(({ items }) => items)
    expect(titles('billing')).toHaveLength(0)
    laptop.write({ entity: 'issue', key: 'a', fields: { reporterUnit: 'Billing' } })
    expect(titles('billing')).toHaveLength(1)
    expect(titles(audience)).toHaveLength(1)
    done(laptop, tellAudience(issueOn(laptop), audienceOn(laptop), true))
    expect(titles('billing')).toHaveLength(0)
    expect(titles(audience)).toHaveLength(1)
    done(laptop, setPublish(issueOn(laptop), false))
    expect(titles(audience)).toHaveLength(0)
  })

  test('never falls back on the internal title', () => {
    const laptop = office()
    laptop.write({ entity: 'issue', key: 'a', fields: { publicTitle: null } })
    const bulletin = begin(laptop)
    const { sections } = draftOn(laptop)
    expect(sections[0]?.lines).toMatchObject([{ title: '', isUntitled: true }])
    expect(
      markSent(bulletin, sections, audienceOn(laptop), { key: 's', now: laptop.now, by: 'Ana' }),
    ).toEqual({
      ok: false,
      reason: 'One line has no title for users yet. Write it, or leave the line out.',
    })
  })

  test('is edited line by line, and the words of the issue come back when they are typed again', () => {
    const laptop = office()
    const bulletin = begin(laptop)
    done(laptop, editLine(bulletin, lineOf(laptop, told.publicTitle), 'title', 'Addresses are missing'))
    done(laptop, editLine(bulletin, lineOf(laptop, 'Addresses are missing'), 'workaround', ''))
    expect(lineOf(laptop, 'Addresses are missing')).toMatchObject({ workaround: '', isEdited: true })
    expect(issueOn(laptop).values.publicTitle).toBe(told.publicTitle)
    done(laptop, editLine(bulletin, lineOf(laptop, 'Addresses are missing'), 'title', told.publicTitle))
    done(laptop, editLine(bulletin, lineOf(laptop, told.publicTitle), 'workaround', told.publicWorkaround))
    expect(lineOf(laptop, told.publicTitle).isEdited).toBe(false)
    done(laptop, leaveOut(bulletin, lineOf(laptop, told.publicTitle), true))
    expect(lines(laptop)).toEqual({})
  })

  test('says nothing of what was written into it and undone', () => {
    const laptop = office()
    const bulletin = begin(laptop)
    done(laptop, editLine(bulletin, lineOf(laptop, told.publicTitle), 'title', 'Undone words'))
    const { key } = lineOf(laptop, 'Undone words')
    laptop.write({ entity: 'bulletinLine', key, fields: { removed: true } })
    expect(lines(laptop)).toEqual({ known: [told.publicTitle] })
    done(laptop, editLine(bulletin, lineOf(laptop, told.publicTitle), 'text', 'Other words'))
    expect(lineOf(laptop, told.publicTitle)).toMatchObject({ text: 'Other words' })
  })

  test('takes lines of no issue, at the end of their section', () => {
    const laptop = office()
    const bulletin = begin(laptop)
    done(laptop, addLine(bulletin, 'n1', 'known'))
    expect(lines(laptop)).toEqual({ known: [told.publicTitle] })
    const added = must(draftOn(laptop).sections[0]?.lines[1])
    done(laptop, editLine(bulletin, added, 'title', 'The canteen is closed'))
    expect(lines(laptop)).toEqual({ known: [told.publicTitle, 'The canteen is closed'] })
  })
})

describe('what was sent', () => {
  test('is kept word for word, whatever happens to its issues', () => {
    const laptop = office()
    begin(laptop)
    send(laptop, 's1')
    laptop.write({ entity: 'issue', key: 'a', fields: { publicTitle: 'Something else', publish: false } })
    const [sent] = sendingsTo(audience, sendingsOn(laptop))
    expect(sent?.values).toMatchObject({
      number: 1,
      to: 'anna@users.example\nbo@users.example',
      sentAt: laptop.now,
      sentBy: 'Ana',
      'told:a': 'known',
    })
    expect(sent?.values.text).toContain(told.publicTitle)
    expect(readContent(sent?.values.content)?.sections[0]?.items[0]?.title).toBe(told.publicTitle)
    expect(readContent('{"subject": 1}')).toBeUndefined()
    expect(readContent('not JSON')).toBeUndefined()
  })

  test('tells a fix once, also where it was marked late, and again where it came back', () => {
    const laptop = office()
    laptop.write({ entity: 'issue', key: 'a', fields: { status: 'resolved' } })
    laptop.now += hour
    begin(laptop)
    expect(lines(laptop)).toEqual({ fixed: [told.publicTitle] })
    send(laptop, 's1')
    begin(laptop)
    expect(bulletinOn(laptop).values.number).toBe(2)
    expect(lines(laptop)).toEqual({})
    laptop.now += hour
    laptop.write({ entity: 'issue', key: 'a', fields: { status: 'returned' } })
    expect(lines(laptop)).toEqual({ known: [told.publicTitle] })
    laptop.now += hour
    laptop.write({ entity: 'issue', key: 'a', fields: { status: 'resolved' } })
    expect(lines(laptop)).toEqual({ fixed: [told.publicTitle] })
    laptop.write({
      entity: 'issue',
      key: 'late',
      fields: {
        ...told,
        status: 'resolved',
        raisedAt: firstMorning - hour,
        resolvedAt: firstMorning,
        publicTitle: 'Late',
      },
    })
    expect(lines(laptop).fixed).toContain('Late')
  })

  test('an empty bulletin is not sent', () => {
    const laptop = office()
    laptop.write({ entity: 'issue', key: 'a', fields: { publish: false } })
    const bulletin = begin(laptop)
    const { sections } = draftOn(laptop)
    const sending = { key: 's', now: laptop.now, by: 'Ana' }
    expect(markSent(bulletin, sections, audienceOn(laptop), sending).ok).toBe(false)
    done(laptop, editBulletin(bulletin, 'intro', 'All is well.'))
    expect(markSent(bulletinOn(laptop), sections, audienceOn(laptop), sending).ok).toBe(true)
  })
})

describe('two laptops', () => {
  test('that edit the same draft keep both words, line by line and part by part', () => {
    const [ana, bo] = [office(), makeLaptop('bo')]
    bo.receive(ana.operations)
    const [hers, his] = [begin(ana), begin(bo)]
    expect(his.key).toBe(hers.key)
    done(ana, editLine(hers, lineOf(ana, told.publicTitle), 'title', 'From Ana'))
    done(bo, editLine(his, lineOf(bo, told.publicTitle), 'text', 'From Bo'))
    done(bo, editBulletin(his, 'intro', 'Good morning'))
    done(ana, addLine(hers, 'n1', 'also'))
    ana.receive([...bo.operations])
    bo.receive([...ana.operations])
    for (const laptop of [ana, bo]) {
      expect(draftOn(laptop).content).toMatchObject({
        intro: 'Good morning',
        sections: [{ items: [{ title: 'From Ana', text: 'From Bo', workaround: told.publicWorkaround }] }],
      })
      expect(draftOn(laptop).sections[3]?.lines).toHaveLength(1)
    }
  })

  test('that both send it keep both sendings', () => {
    const [ana, bo] = [office(), makeLaptop('bo')]
    bo.receive(ana.operations)
    begin(ana)
    begin(bo)
    send(ana, 's-ana')
    bo.now += hour
    send(bo, 's-bo')
    ana.receive([...bo.operations])
    expect(sendingsTo(audience, sendingsOn(ana)).map(({ key }) => key)).toEqual(['s-bo', 's-ana'])
    expect(begin(ana).values.number).toBe(2)
  })
})

test('a draft that was thrown away begins anew under its number', () => {
  const laptop = office()
  done(laptop, editBulletin(begin(laptop), 'intro', 'Old words'))
  done(laptop, removeBulletin(bulletinOn(laptop)))
  expect(begin(laptop).values).toMatchObject({ number: 1, intro: null })
  const plan = beginBulletin(audienceOn(laptop), laptop.replica.rows('bulletin').values(), [])
  expect(plan.ok).toBe(false)
})

describe('an audience', () => {
  test('says what is wrong with what was typed', () => {
    const save = (form: object) => saveAudience(undefined, { ...emptyAudience, name: 'A', ...form })
    expect(save({ name: ' ' })).toMatchObject({ ok: false })
    expect(save({ recipients: ['anna@x.example', 'anna'] })).toEqual({
      ok: false,
      reason: '“anna” is not a mail address. Write one on each line.',
    })
    expect(save({ recipients: ['a@b.example\r\nBcc: c@d.example'] }).ok).toBe(false)
    expect(save({ time: '25:00' }).ok).toBe(false)
    expect(save({ days: ['mon'] })).toMatchObject({ ok: false })
  })

  test('takes addresses as mail programs list them', () => {
    expect(typedAddresses('Anna Ö <anna@x.example>; bo@x.example,\nanna@x.example')).toEqual([
      'anna@x.example',
      'bo@x.example',
    ])
  })

  test('is changed element by element', () => {
    const laptop = office()
    const form = audienceForm(audienceOn(laptop))
    expect(saveAudience(audienceOn(laptop), form)).toMatchObject({ ok: true, intents: [] })
    const plan = saveAudience(audienceOn(laptop), {
      ...form,
      recipients: ['bo@users.example'],
      days: ['mon'],
      time: '16:00',
    })
    expect(plan.ok && plan.intents[0]?.fields).toEqual({
      dueTime: '16:00',
      'to:anna@users.example': false,
      'due:mon': true,
    })
  })

  test('waits for a bulletin from its time on, until one was sent that day or later', () => {
    const laptop = office()
    const row = audienceOn(laptop)
    done(laptop, saveAudience(row, { ...audienceForm(row), days: ['mon', 'wed'], time: '16:00' }))
    // The first morning is a Monday.
    const monday = Date.UTC(2026, 2, 2, 15)
    const wednesday = monday + 48 * hour
    const overdue = (now: number) => overdueBulletin(audienceOn(laptop), sendingsOn(laptop), now, zone)?.dueAt
    const next = (now: number) => nextBulletin(audienceOn(laptop), sendingsOn(laptop), now, zone)?.dueAt
    expect(overdue(laptop.now)).toBeUndefined()
    expect(next(laptop.now)).toBe(monday)
    expect(overdue(monday + hour)).toBe(monday)
    expect(overdue(monday + 30 * hour)).toBe(monday)
    expect(next(monday)).toBe(wednesday)
    laptop.now = wednesday - 2 * hour
    begin(laptop)
    send(laptop, 's1')
    expect(overdue(wednesday + hour)).toBeUndefined()
    expect(next(wednesday - hour)).toBe(Date.UTC(2026, 2, 9, 15))
  })
})
