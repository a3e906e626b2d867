import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleOf, makeSigningKey } from '../support/bundles'
import { makeLaptop } from '../support/laptop'
import { freshProfile, runHeadless } from '../support/launch'
import { rotation } from '../support/rota'

let folder: string
const now = '--now=2026-03-04T09:00:00Z'
const run = async (command: string, ...args: string[]) => {
  const { exitCode, json, stdout, stderr } = await runHeadless([
    ...command.split(' '),
    '--profile',
    join(folder, 'profile'),
    now,
    ...args,
  ])
  return { exitCode, json: json as Record<string, unknown>, text: stdout + stderr }
}

/** Turns of a day from Monday 2 March on, by turns Priya’s and Tomasz’s, up to and with Thursday night. */
beforeAll(async () => {
  folder = freshProfile()
  const laptop = makeLaptop('ada')
  laptop.write([
    {
      entity: 'engagement',
      key: 'engagement',
      fields: { id: 'e1', name: 'CRM; go-live', zone: 'Europe/Berlin' },
    },
    {
      entity: 'person',
      key: 'priya',
      fields: { name: 'Priya Raman', email: 'priya@example.com', role: 'triage' },
    },
    { entity: 'person', key: 'tomasz', fields: { name: 'Tomasz Nowak', role: 'triage' } },
    ...rotation({ members: ['priya', 'tomasz'], endsAt: '2026-03-06T09:00' }),
  ])
  const bundle = join(folder, 'rota.warroom')
  writeFileSync(bundle, await bundleOf(laptop, laptop.operations, await makeSigningKey()))
  const joined = await run('bundle import', '--file', bundle)
  expect(joined).toMatchObject({ exitCode: 0, json: { joined: 'e1' } })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const exported = async (...args: string[]) => {
  const file = join(folder, 'out.ics')
  const told = await run('rota export', '--ics', file, ...args)
  if (told.exitCode !== 0) throw new Error(told.text)
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')))
  const events = calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string) => String(event.getFirstPropertyValue(name))
    const [start, summary, sequence, status] = ['dtstart', 'summary', 'sequence', 'status'].map(value)
    return { uid: value('uid'), line: [start, summary, sequence, status].join(' ') }
  })
  return { told: told.json, lines: events.map(({ line }) => line), uids: events.map(({ uid }) => uid) }
}

it('writes calendars that know their events again, tell of changes, and cancel what is no more', async () => {
  const first = await exported()
  expect(first.told).toMatchObject({ events: 4, changed: 4, cancelled: 0 })
  expect(first.lines).toEqual([
    '2026-03-02T09:00:00 Triage: Priya Raman 0 CONFIRMED',
    '2026-03-03T09:00:00 Triage: Tomasz Nowak 0 CONFIRMED',
    '2026-03-04T09:00:00 Triage: Priya Raman 0 CONFIRMED',
    '2026-03-05T09:00:00 Triage: Tomasz Nowak 0 CONFIRMED',
  ])
  const person = await exported('--person', 'Priya@Example.com')
  expect(person.lines.map((line) => line.slice(20))).toEqual(['Triage 0 CONFIRMED', 'Triage 0 CONFIRMED'])
  expect(first.uids).not.toContain(person.uids[0])

  const ends = ['--entity', 'rotation', '--key', 'r', '--set', '{"endsAt": "2026-03-05T03:00"}']
  expect(await run('edit', ...ends)).toMatchObject({ exitCode: 0 })
  const second = await exported()
  expect(second.told).toMatchObject({ events: 4, changed: 2, cancelled: 1 })
  expect(second.uids).toEqual(first.uids)
  expect(second.lines.slice(2)).toEqual([
    '2026-03-04T09:00:00 Triage: Priya Raman 1 CONFIRMED',
    '2026-03-05T09:00:00 Triage: Tomasz Nowak 1 CANCELLED',
  ])
  expect((await exported()).told).toMatchObject({ changed: 0, cancelled: 1 })
})

it('says whom it does not know, and writes nothing then', async () => {
  expect(await run('rota export', '--ics', join(folder, 'none.ics'), '--person', 'Nobody')).toMatchObject({
    exitCode: 1,
    json: { error: { code: 'no-such-person' } },
  })
  expect(() => readFileSync(join(folder, 'none.ics'))).toThrow()
})
