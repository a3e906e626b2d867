import type { Row } from '@domain/merge/row'
import type { CoverNeed, Rotation, RotationPlan, ShiftOverride, ShiftSwap } from '@domain/model/entities'
import { coverageGaps } from '@domain/rotation/coverage'
import { addNeed, changeNeed, endNeed } from '@domain/rotation/need-commands'
import { endOverride, override } from '@domain/rotation/override-commands'
import { effects, rotaWith } from '@domain/rotation/preview'
import {
  changeRotation,
  createRotation,
  endRotation,
  endTemporaryPlan,
  nameRotation,
  type PlanDraft,
} from '@domain/rotation/rotation-commands'
import { onNow, shiftsBetween } from '@domain/rotation/shifts'
import { approveSwap, closeSwap, offerSwap, takeSwap } from '@domain/rotation/swap-commands'
import type { Planned, Refused } from '@domain/triage/plan'
import { beforeEach, describe, expect, test } from 'vitest'
import { finished } from '../../support/finished'
import { type Laptop, makeLaptop } from '../../support/laptop'
import { rotaOf, tablesOf, told } from '../../support/rota'

const hour = 60 * 60_000
const day = 24 * hour
const monday = Date.UTC(2026, 2, 1, 23)
const three = ['ada', 'ben', 'cem']
const draft: PlanDraft = {
  from: '2026-03-02T09:00',
  startsOn: '2026-03-02',
  handOverAt: '09:00',
  length: 1,
  unit: 'days',
  hours: {},
  members: three,
}
const named = { name: 'Triage', role: 'triage', zone: 'Europe/Berlin', layer: 1 } as const

let laptop: Laptop
beforeEach(() => {
  laptop = makeLaptop('a', monday)
  done(createRotation('r', named, draft))
})

function done(plan: Planned | Refused): void {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
}
const why = (plan: Planned | Refused) => (plan.ok ? '' : plan.reason)
const row = () => laptop.replica.rows('rotation').get('r') as Row<Rotation>
const plans = () => laptop.replica.rows('rotationPlan').values()
const shifts = (from: number, to: number) => told(shiftsBetween(rotaOf(laptop), from, to))
const people = (from: number, to: number) =>
  shiftsBetween(rotaOf(laptop), from, to).map(({ person }) => person)

describe('a rotation', () => {
  test('cannot be made of what makes no sense', () => {
    const make = (change: Partial<PlanDraft>) => why(createRotation('x', named, { ...draft, ...change }))
    expect(make({ members: [] })).toContain('Nobody')
    expect(make({ members: ['ada', 'ada'] })).toContain('once')
    expect(make({ length: 0 })).toContain('hour')
    expect(make({ length: 401 })).toContain('400 days')
    expect(make({ handOverAt: '25:00' })).toContain('when turns begin')
    expect(make({ from: '' })).toContain('from when')
    expect(make({ until: '2026-03-01T00:00' })).toContain('before it begins')
    expect(why(createRotation('x', { ...named, name: ' ' }, draft))).toContain('name')
    expect(why(createRotation('x', { ...named, zone: 'Mars/Olympus' }, draft))).toContain('zone')
    expect(why(createRotation('x', { ...named, layer: 0 }, draft))).toContain('counted')
  })

  test('changes from a time on, going on with whoever is first in the list', () => {
    laptop.now = monday + 3 * day + 12 * hour
    const from = '2026-03-05T14:00'
    const before = shifts(monday, monday + 3 * day)
    done(changeRotation(row(), { ...draft, from, members: ['ada', 'dia', 'ben'] }, plans(), laptop.now))
    expect(shifts(monday, monday + 3 * day)).toEqual(before)
    expect(shifts(monday + 3 * day + 10 * hour, monday + 6 * day).slice(0, 3)).toEqual([
      '5.3. 09:00–5.3. 14:00 ada',
      '5.3. 14:00–6.3. 09:00 ada',
      '6.3. 09:00–7.3. 09:00 dia',
    ])
    // Who is taken out is written as taken out: another laptop may be writing the same plan with them in it.
    expect(laptop.value('rotationPlan', `r@${from}`, 'member:cem')).toBeNull()
  })

  test('does not change in the past', () => {
    laptop.now = monday + 3 * day
    expect(why(changeRotation(row(), draft, plans(), laptop.now))).toContain('stays as it was')
    expect(why(endRotation(row(), '2026-03-03T09:00', plans(), laptop.now))).toContain('stays as it was')
  })

  test('has a temporary plan that ends by itself, or now', () => {
    const temporary = { ...draft, from: '2026-03-04T09:00', until: '2026-03-08T09:00', members: ['dia'] }
    done(changeRotation(row(), temporary, plans(), laptop.now))
    expect(people(monday + 9 * hour, monday + 8 * day)).toEqual([
      'ada',
      'ben',
      'dia',
      'dia',
      'dia',
      'dia',
      'ada',
      'ben',
    ])
    laptop.now = monday + 4 * day + 9 * hour
    const plan = laptop.replica.rows('rotationPlan').get('r@2026-03-04T09:00/2026-03-08T09:00')
    done(endTemporaryPlan(row(), plan as Row<RotationPlan>, laptop.now))
    expect(people(monday + 9 * hour, monday + 8 * day)).toEqual([
      'ada',
      'ben',
      'dia',
      'dia',
      'ben',
      'cem',
      'ada',
      'ben',
    ])
  })

  test('ends, and is taken out where it has not begun', () => {
    laptop.now = monday + 12 * hour
    done(endRotation(row(), '2026-03-04T09:00', plans(), laptop.now))
    expect(people(monday, monday + 9 * day)).toEqual(['ada', 'ben'])
    laptop.now = monday - 9 * day
    done(endRotation(row(), '2026-02-21T09:00', plans(), laptop.now))
    expect(people(monday, monday + 9 * day)).toEqual([])
  })

  test('is named anew without a trace in its turns', () => {
    done(nameRotation(row(), { name: ' Desk ', layer: 2 }))
    expect(row().values).toMatchObject({ name: 'Desk', layer: 2 })
    expect(why(nameRotation(row(), { name: '', layer: 2 }))).toContain('name')
    expect(nameRotation(row(), { name: 'Desk', layer: 2 })).toMatchObject({ ok: true, intents: [] })
  })
})

describe('an override', () => {
  const told = {
    rotation: 'r',
    role: 'triage',
    person: { key: 'dia', name: 'Dia' },
    from: '2026-03-03T12:00',
    to: '2026-03-03T18:00',
    zone: 'Europe/Berlin',
    note: '',
  } as const
  const overrideRow = () => laptop.replica.rows('shiftOverride').get('o') as Row<ShiftOverride>

  test('says what is missing', () => {
    expect(why(override('o', { ...told, person: undefined }, 0))).toContain('who')
    expect(why(override('o', { ...told, to: '' }, 0))).toContain('when')
    expect(why(override('o', { ...told, to: told.from }, 0))).toContain('before it begins')
    // The clock is put forward over both.
    const gap = { ...told, from: '2026-03-29T02:10', to: '2026-03-29T02:50' }
    expect(why(override('o', gap, 0))).toContain('before it begins')
  })

  test('that has begun ends now, and one that has not is taken out', () => {
    done(override('o', told, laptop.now))
    laptop.now = monday + day + 15 * hour
    done(endOverride(overrideRow(), laptop.now))
    expect(shifts(monday + day + 10 * hour, monday + 2 * day)[1]).toBe('3.3. 12:00–3.3. 15:00 dia')
    expect(why(endOverride(overrideRow(), laptop.now + 1))).toContain('been already')
    laptop.now = monday
    done(endOverride(overrideRow(), laptop.now))
    expect(people(monday + 9 * hour, monday + 3 * day)).toEqual(['ada', 'ben', 'cem'].slice(0, 3))
  })
})

describe('a swap', () => {
  const offered = () => {
    const [shift] = shiftsBetween(rotaOf(laptop), monday + 10 * hour, monday + 11 * hour)
    if (!shift) throw new Error('Nobody is on')
    done(offerSwap(shift, 'Ada', laptop.now))
    return `${shift.key}/${shift.person}`
  }
  const swap = (key: string) => laptop.replica.rows('shiftSwap').get(key) as Row<ShiftSwap>
  const ben = { key: 'ben', name: 'Ben' }

  test('goes from offer to approval, and moves the shift then', () => {
    const key = offered()
    const inReturn = shiftsBetween(rotaOf(laptop), monday + 2 * day, monday + 3 * day)[0]
    expect(
      why(
        takeSwap(
          swap(key),
          { taker: ben, inReturn: shiftsBetween(rotaOf(laptop), monday + 60 * hour, monday + 61 * hour)[0] },
          laptop.now,
        ),
      ),
    ).toContain('not the taker’s')
    done(takeSwap(swap(key), { taker: ben, inReturn }, laptop.now))
    expect(people(monday + 9 * hour, monday + 2 * day)).toEqual(['ada', 'ben'])
    done(approveSwap(swap(key), rotaOf(laptop), 'Lead', laptop.now))
    expect(people(monday + 9 * hour, monday + 3 * day)).toEqual(['ben', 'ada', 'cem'])
    expect(why(closeSwap(swap(key)))).toContain('settled')
  })

  test('is refused where it cannot be', () => {
    const key = offered()
    expect(why(approveSwap(swap(key), rotaOf(laptop), 'Lead', laptop.now))).toContain('Nobody has taken')
    expect(why(takeSwap(swap(key), { taker: undefined, inReturn: undefined }, laptop.now))).toContain('who')
    const ada = { key: 'ada', name: 'Ada' }
    expect(why(takeSwap(swap(key), { taker: ada, inReturn: undefined }, laptop.now))).toContain('own shift')
    expect(why(takeSwap(swap(key), { taker: ben, inReturn: undefined }, monday + 9 * day))).toContain(
      'already',
    )
    done(takeSwap(swap(key), { taker: ben, inReturn: undefined }, laptop.now))
    // Meanwhile the rotation has become another.
    const members = ['eva', 'fay']
    done(changeRotation(row(), { ...draft, members }, plans(), laptop.now))
    expect(why(approveSwap(swap(key), rotaOf(laptop), 'Lead', laptop.now))).toContain('changed since')
    done(closeSwap(swap(key)))
    expect(swap(key).values.state).toBe('declined')
  })
})

describe('needed cover', () => {
  const need = { role: 'triage', people: 2, zone: 'Europe/Berlin', hours: {}, from: '2026-03-02' } as const
  const needRow = (key: string) => laptop.replica.rows('coverNeed').get(key) as Row<CoverNeed>
  const gapHours = (from: number, to: number) =>
    coverageGaps(rotaOf(laptop), from, to).reduce((sum, gap) => sum + (gap.to - gap.from) / hour, 0)

  test('changes from a day on and leaves the days before as they were', () => {
    done(addNeed('n', need))
    expect(gapHours(monday, monday + 4 * day)).toBe(96)
    done(changeNeed(needRow('n'), { ...need, people: 1, from: '2026-03-04' }, '2026-03-03'))
    expect(gapHours(monday, monday + 2 * day)).toBe(48)
    expect(gapHours(monday + 2 * day, monday + 4 * day)).toBe(0)
    expect(why(changeNeed(needRow('n'), { ...need, people: 1, from: '2026-03-02' }, '2026-03-03'))).toContain(
      'today',
    )
    done(endNeed(needRow('n@2026-03-04'), '2026-03-06'))
    expect(needRow('n@2026-03-04').values.to).toBe('2026-03-05')
    expect(why(addNeed('m', { ...need, people: 0 }))).toContain('how many')
  })
})

describe('a look at a change', () => {
  test('tells who is affected and what it does to the cover, and writes nothing', () => {
    done(addNeed('n', { role: 'triage', people: 1, zone: 'Europe/Berlin', hours: {}, from: '2026-03-02' }))
    const before = rotaOf(laptop)
    const leave = {
      entity: 'leave',
      key: 'l',
      fields: { person: 'ben', from: '2026-03-03', to: '2026-03-03' },
    }
    const after = rotaWith(tablesOf(laptop), [leave])
    const found = finished(effects(before, after, monday + 9 * hour, monday + 4 * day))
    expect(found.gapsBefore).toBe(0)
    expect(found.gapsAfter).toBe(15 * hour)
    expect(found.people.map(({ person, difference }) => [person, difference / hour])).toEqual([['ben', -15]])
    expect(onNow(rotaOf(laptop), monday + day + 10 * hour)).toHaveLength(1)
  })

  test('tells nothing of a plan that only begins anew in the middle of a turn', () => {
    const at = monday + 2 * day + 12 * hour
    // Cem is on then, and stays it.
    const again = { ...draft, from: '2026-03-04T12:00', members: ['cem', 'ada', 'ben'] }
    const same = changeRotation(row(), again, plans(), laptop.now)
    expect(same.ok).toBe(true)
    const after = same.ok ? rotaWith(tablesOf(laptop), same.intents) : rotaOf(laptop)
    expect(finished(effects(rotaOf(laptop), after, monday, monday + 14 * day)).people).toEqual([])
    expect(finished(effects(rotaOf(laptop), after, at, monday + 14 * day)).people).toEqual([])
  })

  test('tells the same as writing it does', () => {
    const change = changeRotation(
      row(),
      { ...draft, from: '2026-03-04T09:00', members: ['dia', 'ada'] },
      plans(),
      laptop.now,
    )
    const seen = change.ok ? rotaWith(tablesOf(laptop), change.intents) : undefined
    done(change)
    expect(seen).toEqual(rotaOf(laptop))
  })
})
