import { openBundle } from '@domain/bundle/bundle'
import type { SigningKey } from '@domain/bundle/signature'
import { conflictsAt } from '@domain/conflicts/conflict'
import { disputedLabel, disputedText, rowName } from '@domain/conflicts/conflict-words'
import { settle } from '@domain/conflicts/settle'
import { dump, dumpText } from '@domain/merge/dump'
import type { Row } from '@domain/merge/row'
import type { ShiftSwap } from '@domain/model/entities'
import type { Shift } from '@domain/rotation/shift'
import { shiftsBetween } from '@domain/rotation/shifts'
import { approveSwap, offerSwap, takeSwap } from '@domain/rotation/swap-commands'
import { formatInstant } from '@domain/time/format'
import type { Planned, Refused } from '@domain/triage/plan'
import { beforeAll, expect, test } from 'vitest'
import { bundleOf, makeSigningKey } from '../../support/bundles'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'
import { rotaOf, rotation } from '../../support/rota'

const day = 24 * 60 * 60_000
const names: Readonly<Record<string, string>> = { ada: 'Ada Berg', ben: 'Ben Osei', cem: 'Cem Kaya' }
const telling = {
  personName: (key: string) => names[key] ?? key,
  issueKey: (key: string) => key,
  instant: (at: number) => formatInstant(at, 'Europe/Berlin'),
}
let key: SigningKey
beforeAll(async () => {
  key = await makeSigningKey()
})

/** Takes a bundle of everything from one laptop to another, as a file. */
async function carry(from: Laptop, to: Laptop): Promise<void> {
  const opened = await openBundle(await bundleOf(from, from.operations, key))
  to.receive([...opened.lines()].flatMap((line) => ('operation' in line ? [line.operation] : [])))
}

function write(laptop: Laptop, plan: Planned | Refused): void {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
}

const swapOn = ({ replica }: Laptop) => [...replica.rows('shiftSwap').values()][0] as Row<ShiftSwap>
const tuesday = (laptop: Laptop) =>
  shiftsBetween(rotaOf(laptop), firstMorning + day, firstMorning + 1.5 * day)[0] as Shift

test('the same shift swapped on two laptops is one swap with both takers, and whoever decides settles it', async () => {
  const [a, b] = [makeLaptop('a'), makeLaptop('b')]
  a.write(rotation({ members: ['ada', 'ben', 'cem'] }))
  await carry(a, b)
  const whoever = tuesday(a).person
  const [first, second] = Object.keys(names).filter((person) => person !== whoever) as [string, string]
  for (const [laptop, taker] of [
    [a, first],
    [b, second],
  ] as const) {
    write(laptop, offerSwap(tuesday(laptop), names[whoever] ?? '', laptop.now))
    laptop.now += laptop === a ? 60_000 : 120_000
    const person = { key: taker, name: names[taker] ?? '' }
    write(laptop, takeSwap(swapOn(laptop), { taker: person, inReturn: undefined }, laptop.now))
    write(laptop, approveSwap(swapOn(laptop), rotaOf(laptop), laptop.id, laptop.now))
  }
  await carry(a, b)
  await carry(b, a)
  expect(dumpText(dump(a.replica))).toBe(dumpText(dump(b.replica)))
  expect([...a.replica.rows('shiftSwap').values()]).toHaveLength(1)

  const conflicts = conflictsAt(a.replica.conflicts, { laptop: a.id, by: 'a' })
  expect(conflicts.map(({ field }) => field)).toEqual(['approvedBy', 'takenBy', 'approvedAt', 'takenAt'])
  const takers = conflicts.find(({ field }) => field === 'takenBy')
  if (!takers) throw new Error('the takers are not in conflict')
  const { entity, field, row, sides } = takers
  expect(rowName(entity, row, telling)).toBe(
    `The shift of ${names[whoever]} from ${telling.instant(tuesday(a).from)}`,
  )
  expect(disputedLabel(entity, field)).toBe('Taken by')
  expect(sides.map(({ value }) => disputedText(entity, field, value, telling))).toEqual([
    names[first],
    names[second],
  ])

  // Until somebody decides, the shift is one person's, the same on both.
  const shown = tuesday(a).person
  expect([first, second]).toContain(shown)
  expect(tuesday(b).person).toBe(shown)
  const settling = settle([{ conflict: takers, value: first }], a.now, () => undefined, telling)
  write(a, settling)
  await carry(a, b)
  expect(b.conflict('shiftSwap', swapOn(b).key, 'takenBy')).toEqual([])
  // When it was taken was written with who did, and is settled with it.
  expect(b.conflict('shiftSwap', swapOn(b).key, 'takenAt')).toEqual([])
  expect(swapOn(b).values.takenAt).toBe(firstMorning + 60_000)
  expect(tuesday(b).person).toBe(first)
})

test('how a swap stands is said in words', () => {
  expect(disputedText('shiftSwap', 'state', 'withdrawn', telling)).toBe('Taken back')
  expect(disputedText('shiftSwap', 'state', 'taken', telling)).toBe('Taken, waits for approval')
  expect(disputedLabel('shiftSwap', 'state')).toBe('How it stands')
})
