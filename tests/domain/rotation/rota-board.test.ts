import { firstRota } from '@domain/rotation/first-rota'
import { keepingRows, rotaBoard, type SeatRow } from '@domain/rotation/rota-board'
import { shiftsBetween } from '@domain/rotation/shifts'
import { offerSwap, takeSwap } from '@domain/rotation/swap-commands'
import { describe, expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'
import { rotaOf, rotation, tablesOf } from '../../support/rota'

const hour = 60 * 60_000
const day = 24 * hour
const monday = Date.UTC(2026, 2, 1, 23)

describe('the rota of a period', () => {
  test('has each role with its gaps, its rotations by layer, and who is on besides', () => {
    const laptop = makeLaptop('a')
    laptop.write([
      ...rotation({ key: 'second', layer: 2, members: ['cem'] }),
      ...rotation({ key: 'first', members: ['ada', 'ben'] }),
      { entity: 'leave', key: 'l', fields: { person: 'ben', from: '2026-03-03', to: '2026-03-04' } },
      {
        entity: 'shiftOverride',
        key: 'o',
        fields: {
          role: 'triage',
          person: 'dia',
          zone: 'UTC',
          from: '2026-03-03T10:00',
          to: '2026-03-03T12:00',
          madeAt: 1,
        },
      },
      { entity: 'coverNeed', key: 'n', fields: { role: 'triage', people: 2, zone: 'Europe/Berlin' } },
      { entity: 'coverNeed', key: 'm', fields: { role: 'on-call', people: 1, zone: 'Europe/Berlin' } },
    ])
    const [shift] = shiftsBetween(rotaOf(laptop), monday + 10 * hour, monday + 11 * hour)
    const offer = shift && offerSwap(shift, 'Ada', monday)
    laptop.write(offer?.ok ? offer.intents : [])
    const rows = rotaBoard(rotaOf(laptop), tablesOf(laptop), monday, monday + 3 * day)
    expect(rows.map(({ key }) => key)).toEqual([
      'role:triage',
      'first',
      'second',
      'besides:triage',
      'role:on-call',
    ])
    const [, first] = rows as [unknown, SeatRow]
    expect(
      first.pieces.map(({ shift, missing, swap }) => [shift?.person, missing, swap?.values.state]),
    ).toEqual([
      ['ada', undefined, 'offered'],
      [undefined, 'ben', undefined],
      ['ada', undefined, undefined],
    ])
  })

  test('is drawn anew only where a change has made it another', () => {
    const laptop = makeLaptop('a')
    laptop.write([
      ...rotation({ key: 'first', members: ['ada', 'ben'] }),
      ...rotation({ key: 'second', layer: 2, members: ['cem', 'dia'] }),
    ])
    const board = () => rotaBoard(rotaOf(laptop), tablesOf(laptop), monday, monday + 3 * day)
    const [role, first, second] = board() as [unknown, SeatRow, SeatRow]
    const leave = { person: 'ben', from: '2026-03-03', to: '2026-03-03' }
    laptop.write({ entity: 'leave', key: 'l', fields: leave })
    const rows = keepingRows(board(), [role, first, second] as SeatRow[])
    expect(rows[2]).toBe(second)
    const changed = rows[1] as SeatRow
    expect(changed).not.toBe(first)
    expect(changed.pieces.map((piece) => first.pieces.includes(piece))).toEqual([true, false, false, true])

    // The row of a swap changes in place.
    const [shift] = shiftsBetween(rotaOf(laptop), monday + 10 * hour, monday + 11 * hour)
    const offer = shift && offerSwap(shift, 'Ada', monday)
    laptop.write(offer?.ok ? offer.intents : [])
    const offered = keepingRows(board(), rows)
    expect(offered[1]).not.toBe(rows[1])
    const [swap] = laptop.replica.rows('shiftSwap').values()
    const taking = swap && takeSwap(swap, { taker: { key: 'cem', name: 'Cem' }, inReturn: undefined }, monday)
    laptop.write(taking?.ok ? taking.intents : [])
    expect(keepingRows(board(), offered)[1]).not.toBe(offered[1])
  })
})

describe('a first rota', () => {
  const person = (key: string, role: string | null, fields = {}) => ({
    entity: 'person',
    key,
    fields: { name: key, role, ...fields },
  })
  const made = (people: readonly ReturnType<typeof person>[]) => {
    const laptop = makeLaptop('a')
    laptop.write(people)
    let keys = 0
    const engagement = { 'hours.wed': '08:00-18:00' }
    const plan = firstRota({
      people: laptop.replica.rows('person').values(),
      engagement,
      zone: 'Europe/Berlin',
      today: '2026-03-04',
      newKey: () => `k${keys++}`,
    })
    if (plan.ok) laptop.write(plan.intents)
    return { plan, laptop }
  }

  test('is made of the roles that people have, and covers what it says is needed', () => {
    const { laptop } = made([
      person('ada', 'triage'),
      person('ben', 'triage'),
      person('cem', 'on-call'),
      person('dia', 'sponsor'),
      person('eva', 'lead', { leftOn: '2026-01-01' }),
    ])
    const wednesday = monday + 2 * day
    const rows = rotaBoard(rotaOf(laptop), tablesOf(laptop), wednesday, wednesday + 7 * day)
    expect(rows.filter(({ kind }) => kind === 'role')).toEqual([
      { kind: 'role', key: 'role:triage', role: 'triage', gaps: [], isNeeded: true },
      { kind: 'role', key: 'role:on-call', role: 'on-call', gaps: [], isNeeded: true },
    ])
  })

  test('cannot be made where nobody has a role of a rota', () => {
    expect(made([person('dia', 'sponsor')]).plan).toMatchObject({ ok: false })
  })
})
