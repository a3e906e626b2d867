import type { Fields } from '@domain/model/value'
import { coverageGaps } from '@domain/rotation/coverage'
import { next, onNow, shiftsBetween, vacanciesBetween } from '@domain/rotation/shifts'
import { describe, expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'
import { plan, rotaFrom, rotaOf, rotation, told } from '../../support/rota'

const hour = 60 * 60_000
const day = 24 * hour
/** Midnight in Berlin before Monday 2 March 2026. */
const monday = Date.UTC(2026, 2, 1, 23)
const three = ['ada', 'ben', 'cem']

const override = (key: string, fields: Fields) => ({
  entity: 'shiftOverride',
  key,
  fields: { rotation: 'r', zone: 'Europe/Berlin', madeAt: 1, ...fields },
})

describe('shifts of a rotation', () => {
  test('go round in the order of its members, from hand-over to hand-over', () => {
    const rota = rotaFrom(rotation({ members: three }))
    expect(told(shiftsBetween(rota, monday, monday + 4 * day))).toEqual([
      '2.3. 09:00–3.3. 09:00 ada',
      '3.3. 09:00–4.3. 09:00 ben',
      '4.3. 09:00–5.3. 09:00 cem',
      '5.3. 09:00–6.3. 09:00 ada',
    ])
  })

  test('are told whole, whatever part of them is asked about, and by the same key', () => {
    const rota = rotaFrom(rotation({ members: three, plan: { length: 1, unit: 'weeks' } }))
    const [shift] = shiftsBetween(rota, monday + 4 * day, monday + 4 * day + 1)
    expect(told(shift ? [shift] : [])).toEqual(['2.3. 09:00–9.3. 09:00 ada'])
    expect(shift?.key).toBe('r@2026-03-02T08:00:00Z')
  })

  test('keep to the hours of the week, also over midnight, and are cut at a hand-over within them', () => {
    const rota = rotaFrom(
      rotation({ members: three, plan: { 'hours.mon': '08:00-10:00', 'hours.tue': '22:00-02:00' } }),
    )
    expect(told(shiftsBetween(rota, monday, monday + 9 * day))).toEqual([
      '2.3. 09:00–2.3. 10:00 ada',
      '3.3. 22:00–4.3. 02:00 ben',
      '9.3. 08:00–9.3. 09:00 ada',
      '9.3. 09:00–9.3. 10:00 ben',
      '10.3. 22:00–11.3. 02:00 cem',
    ])
  })

  test('of a single person follow one another', () => {
    const rota = rotaFrom(rotation({ members: ['ada'] }))
    expect(told(shiftsBetween(rota, monday, monday + 3 * day))).toEqual([
      '2.3. 09:00–3.3. 09:00 ada',
      '3.3. 09:00–4.3. 09:00 ada',
      '4.3. 09:00–5.3. 09:00 ada',
    ])
    expect(next(rota, 'triage', monday + 10 * hour)?.person).toBe('ada')
  })

  test('end with the rotation', () => {
    const rota = rotaFrom(rotation({ members: three, endsAt: '2026-03-03T12:00' }))
    expect(told(shiftsBetween(rota, monday, monday + 90 * day))).toEqual([
      '2.3. 09:00–3.3. 09:00 ada',
      '3.3. 09:00–3.3. 12:00 ben',
    ])
    expect(next(rota, 'triage', monday + 4 * day)).toBeUndefined()
  })

  test('of what is not told yet, or makes no sense, are none', () => {
    for (const told of [{ length: 0 }, { length: 1.5 }, { unit: null }, { from: '2026-02-30T09:00' }])
      expect(shiftsBetween(rotaFrom(rotation({ members: three, plan: told })), monday, monday + day)).toEqual(
        [],
      )
    expect(shiftsBetween(rotaFrom([plan('r', three)]), monday, monday + day)).toEqual([])
  })
})

describe('a rota that changes', () => {
  test('leaves what has been as it was', () => {
    const before = rotation({ members: three })
    const change = plan('r', ['dia', 'eva'], { from: '2026-03-04T12:00', startsOn: '2026-03-04' })
    const [old, changed] = [rotaFrom(before), rotaFrom([...before, change])]
    const noon = monday + 2 * day + 12 * hour
    expect(shiftsBetween(changed, monday, noon - 3 * hour)).toEqual(
      shiftsBetween(old, monday, noon - 3 * hour),
    )
    expect(told(shiftsBetween(changed, noon - 1, monday + 4 * day))).toEqual([
      '4.3. 09:00–4.3. 12:00 cem',
      '4.3. 12:00–5.3. 09:00 dia',
      '5.3. 09:00–6.3. 09:00 eva',
    ])
  })

  test('goes on after a temporary plan as if that had not been', () => {
    const rota = rotaFrom([
      ...rotation({ members: three }),
      plan('r', ['dia', 'eva'], {
        from: '2026-03-03T00:00',
        until: '2026-03-04T18:00',
        startsOn: '2026-03-03',
        handOverAt: '00:00',
      }),
    ])
    const shifts = shiftsBetween(rota, monday, monday + 4 * day)
    expect(told(shifts)).toEqual([
      '2.3. 09:00–3.3. 00:00 ada',
      '3.3. 00:00–4.3. 00:00 dia',
      '4.3. 00:00–4.3. 18:00 eva',
      '4.3. 18:00–5.3. 09:00 cem',
      '5.3. 09:00–6.3. 09:00 ada',
    ])
    expect(shifts.map(({ origin }) => origin)).toEqual([
      'rotation',
      'temporary',
      'temporary',
      'rotation',
      'rotation',
    ])
  })

  test('of two laptops that change it from the same time on, has one plan, and what they said of a person stands side by side', () => {
    const [a, b] = [makeLaptop('a'), makeLaptop('b')]
    b.receive(a.write(rotation({ members: three })))
    const from = { from: '2026-03-04T09:00', startsOn: '2026-03-04' }
    const ofA = a.write(plan('r', ['ada', 'ben'], from))
    const takenOut = { entity: 'rotationPlan', key: 'r@2026-03-04T09:00', fields: { 'member:cem': null } }
    const ofA2 = a.write(takenOut)
    const ofB = b.write(plan('r', ['ada', 'ben', 'cem', 'dia'], from))
    a.receive(ofB)
    b.receive([...ofA, ...ofA2])
    expect(rotaOf(a)).toEqual(rotaOf(b))
    expect(a.conflict('rotationPlan', 'r@2026-03-04T09:00', 'member:cem')).toHaveLength(2)
    expect(onNow(rotaOf(a), monday + 2 * day + 10 * hour)).toHaveLength(1)
  })
})

describe('overrides', () => {
  test('put somebody in the place of whoever is on, and the one made later holds', () => {
    const rota = rotaFrom([
      ...rotation({ members: three }),
      override('o1', { person: 'dia', from: '2026-03-02T12:00', to: '2026-03-02T18:00' }),
      override('o2', { person: 'eva', from: '2026-03-02T17:00', to: '2026-03-02T20:00', madeAt: 2 }),
    ])
    const shifts = shiftsBetween(rota, monday, monday + day)
    expect(told(shifts)).toEqual([
      '2.3. 09:00–2.3. 12:00 ada',
      '2.3. 12:00–2.3. 17:00 dia',
      '2.3. 17:00–2.3. 20:00 eva',
      '2.3. 20:00–3.3. 09:00 ada',
    ])
    expect(new Set(shifts.map(({ key }) => key)).size).toBe(4)
    // Whoever comes in at the hand-over has the very shift.
    const whole = rotaFrom([
      ...rotation({ members: three }),
      override('o1', { person: 'dia', from: '2026-03-02T09:00', to: '2026-03-03T09:00' }),
    ])
    expect(shiftsBetween(whole, monday, monday + day)[0]?.key).toBe(shifts[0]?.key)
  })

  test('are in the hours that the wall shows, across a change of the clock', () => {
    const rota = rotaFrom([
      ...rotation({ members: three }),
      override('o1', { person: 'dia', from: '2026-03-28T22:00', to: '2026-03-29T06:00' }),
      override('gap', { person: 'eva', from: '2026-03-29T02:15', to: '2026-03-29T02:45', madeAt: 2 }),
    ])
    const saturday = Date.UTC(2026, 2, 28, 12)
    const [, night] = shiftsBetween(rota, saturday, saturday + day)
    expect(told(night ? [night] : [])).toEqual(['28.3. 22:00–29.3. 06:00 dia'])
    expect(((night?.to ?? 0) - (night?.from ?? 0)) / hour).toBe(7)
  })

  test('without a rotation stand besides all others in the role', () => {
    const rota = rotaFrom([
      ...rotation({ members: three }),
      override('o1', {
        rotation: null,
        role: 'triage',
        person: 'dia',
        from: '2026-03-02T10:00',
        to: '2026-03-02T12:00',
      }),
    ])
    expect(onNow(rota, monday + 11 * hour).map(({ person }) => person)).toEqual(['ada', 'dia'])
  })
})

describe('swaps', () => {
  const from = monday + 9 * hour
  const swap = (fields: Record<string, string | number>) => ({
    entity: 'shiftSwap',
    key: 'r@2026-03-02T08:00:00Z/ada',
    fields: { rotation: 'r', from, to: from + day, offeredBy: 'ada', ...fields },
  })
  const people = (rota: ReturnType<typeof rotaFrom>) =>
    shiftsBetween(rota, from, from + 4 * day).map(({ person }) => person)

  test('change hands when they are approved, and not before', () => {
    for (const state of ['offered', 'taken', 'declined', 'withdrawn'])
      expect(people(rotaFrom([...rotation({ members: three }), swap({ state, takenBy: 'ben' })]))[0]).toBe(
        'ada',
      )
    const rota = rotaFrom([...rotation({ members: three }), swap({ state: 'approved', takenBy: 'ben' })])
    expect(people(rota)).toEqual(['ben', 'ben', 'cem', 'ada'])
    expect(shiftsBetween(rota, from, from + 1)[0]?.origin).toBe('swap')
  })

  test('can give a shift in return', () => {
    const inReturn = { returnRotation: 'r', returnFrom: from + 2 * day, returnTo: from + 3 * day }
    const approved = swap({ state: 'approved', takenBy: 'cem', ...inReturn })
    expect(people(rotaFrom([...rotation({ members: three }), approved]))).toEqual([
      'cem',
      'ben',
      'ada',
      'ada',
    ])
  })

  test('move nothing that is not the offerer’s any more', () => {
    const rota = rotaFrom([
      ...rotation({ members: ['ben', 'ada', 'cem'] }),
      swap({ state: 'approved', takenBy: 'dia' }),
    ])
    expect(people(rota)).not.toContain('dia')
  })

  test('of the same shift on two laptops are kept, both, until somebody settles it', () => {
    const [a, b] = [makeLaptop('a'), makeLaptop('b')]
    b.receive(a.write([...rotation({ members: three }), swap({ state: 'offered' })]))
    const ofA = a.write(swap({ state: 'approved', takenBy: 'ben', approvedAt: 1 }))
    b.now += 1_000
    const ofB = b.write(swap({ state: 'approved', takenBy: 'cem', approvedAt: 2 }))
    a.receive(ofB)
    b.receive(ofA)
    const key = 'r@2026-03-02T08:00:00Z/ada'
    expect(a.conflict('shiftSwap', key, 'takenBy')).toEqual(['cem', 'ben'])
    expect(people(rotaOf(a))).toEqual(people(rotaOf(b)))
    expect(people(rotaOf(a))[0]).toBe('cem')
    const settled = a.write({ entity: 'shiftSwap', key, fields: { takenBy: 'ben' } })
    b.receive(settled)
    expect(b.conflict('shiftSwap', key, 'takenBy')).toEqual([])
    expect(people(rotaOf(b))[0]).toBe('ben')
  })
})

describe('those who are away', () => {
  const person = (key: string, fields = {}) => ({ entity: 'person', key, fields: { name: key, ...fields } })
  const leave = (key: string, who: string, from: string, to: string) => ({
    entity: 'leave',
    key,
    fields: { person: who, from, to },
  })

  test('leave their place empty while they are', () => {
    const rota = rotaFrom([...rotation({ members: three }), leave('l', 'ben', '2026-03-04', '2026-03-04')])
    expect(told(shiftsBetween(rota, monday + day, monday + 3 * day))).toEqual([
      '2.3. 09:00–3.3. 09:00 ada',
      '3.3. 09:00–4.3. 00:00 ben',
      '4.3. 09:00–5.3. 09:00 cem',
    ])
    expect(vacanciesBetween(rota, monday, monday + 4 * day)).toEqual([
      {
        role: 'triage',
        rotation: 'r',
        missing: 'ben',
        from: monday + 2 * day,
        to: monday + 2 * day + 9 * hour,
      },
    ])
  })

  test('are nobody at all when all are on leave', () => {
    const all = three.map((who, place) => leave(`l${place}`, who, '2026-03-01', '2026-03-31'))
    const rota = rotaFrom([...rotation({ members: three }), ...all])
    expect(shiftsBetween(rota, monday, monday + 10 * day)).toEqual([])
    expect(vacanciesBetween(rota, monday, monday + 3 * day)).toHaveLength(3)
    expect(onNow(rota, monday + day)).toEqual([])
  })

  test('who leave in the middle of a rotation have had what they had', () => {
    const before = [...rotation({ members: three }), ...three.map((who) => person(who))]
    const [stayed, left] = [before, [...before, person('ben', { leftOn: '2026-03-05' })]].map((rows) =>
      rotaFrom(rows),
    ) as [ReturnType<typeof rotaFrom>, ReturnType<typeof rotaFrom>]
    const upTo = monday + 4 * day
    expect(shiftsBetween(left, monday, upTo)).toEqual(shiftsBetween(stayed, monday, upTo))
    const later = shiftsBetween(left, upTo, monday + 20 * day)
    expect(later.map(({ person }) => person)).not.toContain('ben')
    expect(vacanciesBetween(left, upTo, monday + 10 * day).map(({ missing }) => missing)).toEqual([
      'ben',
      'ben',
    ])
  })

  test('by a leave that was taken back, were away on the days before that', () => {
    const laptop = makeLaptop('a', monday + 9 * hour)
    laptop.write([...rotation({ members: ['ada'] }), leave('l', 'ada', '2026-03-02', '2026-03-06')])
    laptop.now = monday + 2 * day + 9 * hour
    laptop.write({ entity: 'leave', key: 'l', fields: { removed: true } })
    expect(told(shiftsBetween(rotaOf(laptop), monday, monday + 3 * day))).toEqual([
      '4.3. 00:00–4.3. 09:00 ada',
      '4.3. 09:00–5.3. 09:00 ada',
    ])
  })
})

describe('coverage', () => {
  const need = (fields = {}) => ({
    entity: 'coverNeed',
    key: 'n',
    fields: { role: 'triage', people: 1, zone: 'Europe/Berlin', from: '2026-03-01', ...fields },
  })

  test('has no gap where enough different people are on', () => {
    const rota = rotaFrom([...rotation({ members: three, plan: { from: '2026-02-01T09:00' } }), need()])
    expect(coverageGaps(rota, monday, monday + 90 * day)).toEqual([])
  })

  test('has a gap where a role has fewer than it needs, in its hours', () => {
    const rota = rotaFrom([
      ...rotation({ members: ['ada'] }),
      ...rotation({ key: 'second', layer: 2, members: ['ada', 'ben'] }),
      need({ people: 2, 'hours.mon': '08:00-18:00', 'hours.tue': '08:00-18:00' }),
    ])
    const gap = (from: number, to: number, on: number) => ({
      role: 'triage',
      needed: 2,
      on,
      from: monday + from * hour,
      to: monday + to * hour,
    })
    expect(coverageGaps(rota, monday, monday + 2 * day)).toEqual([
      gap(8, 9, 0),
      gap(9, 18, 1),
      gap(32, 33, 1),
    ])
  })

  test('takes the greatest of several needs for one time', () => {
    const rota = rotaFrom([need(), { ...need({ people: 3, 'hours.mon': '10:00-12:00' }), key: 'n2' }])
    expect(coverageGaps(rota, monday, monday + day).map(({ needed }) => needed)).toEqual([1, 3, 1])
  })
})
