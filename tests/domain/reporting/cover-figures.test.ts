import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'
import { rotation } from '../../support/rota'

const hour = 60 * 60_000
const day = 24 * hour
/** Midnight in Berlin before Monday 2 March 2026. */
const monday = Date.UTC(2026, 2, 1, 23)
const engagement = { entity: 'engagement', key: 'engagement', fields: { zone: 'Europe/Berlin' } }

test('time on shift and without enough people is counted by role, and what is still to come beside it', () => {
  const laptop = makeLaptop('a', monday)
  const office = {
    from: '2026-03-02T00:00',
    handOverAt: '00:00',
    'hours.mon': '08:00-18:00',
    'hours.tue': '08:00-18:00',
  }
  laptop.write([
    engagement,
    ...rotation({ members: ['ada'], plan: office }),
    { entity: 'leave', key: 'l', fields: { person: 'ada', from: '2026-03-10', to: '2026-03-10' } },
    {
      entity: 'coverNeed',
      key: 'n',
      fields: {
        role: 'triage',
        people: 1,
        zone: 'Europe/Berlin',
        from: '2026-03-02',
        'hours.mon': '08:00-20:00',
        'hours.tue': '08:00-18:00',
      },
    },
  ])
  const asOf = monday + 7 * day
  const value = (id: string) =>
    figures(laptop.replica, { asOf, kind: 'weekly' }).find((figure) => figure.id === id)
  expect(value('coverage-gap-in-week')?.value).toBe(2 * 60)
  expect(value('coverage-gap-in-week')?.rows).toEqual([{ entity: 'coverNeed', key: 'n' }])
  expect(value('coverage-gap-ahead')?.value).toBe((2 + 10) * 60)
  expect(value('shift-hours-triage-in-week')?.value).toBe(20 * 60)
  expect(value('shift-hours-lead-in-week')?.value).toBeNull()
  expect(weeklyPack(laptop.replica, { asOf }).coverage).toEqual([
    { role: 'Triage', needed: '22 h', onShift: '20 h', missing: '2 h', missingAhead: '12 h' },
  ])
})

test('nothing is measured where there is no rota', () => {
  const laptop = makeLaptop('a', monday)
  laptop.write(engagement)
  const found = figures(laptop.replica, { asOf: monday, kind: 'weekly' })
  expect(found.find(({ id }) => id === 'coverage-gap-in-week')?.value).toBeNull()
  expect(found.find(({ id }) => id === 'coverage-gap-ahead')?.value).toBeNull()
  expect(weeklyPack(laptop.replica, { asOf: monday }).coverage).toEqual([])
})
