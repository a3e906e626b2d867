import { emptyAudience, saveAudience } from '@domain/bulletins/audience-commands'
import { BulletinMoments } from '@domain/notifications/bulletin-moments'
import { expect, test } from 'vitest'
import { done } from '../../support/bulletins'
import { makeLaptop } from '../../support/laptop'

const minute = 60_000
// Monday 2 March 2026, 16:00 in Berlin.
const due = Date.UTC(2026, 2, 2, 15)

test('a bulletin is told half an hour before it is due, once, and not when it was sent', () => {
  const laptop = makeLaptop('ana')
  done(laptop, saveAudience(undefined, { ...emptyAudience, name: 'All users', days: ['mon'], time: '16:00' }))
  const moments = new BulletinMoments(
    () => ({
      audiences: [...laptop.replica.rows('audience').values()],
      sendings: [...laptop.replica.rows('bulletinSending').values()],
      zone: 'Europe/Berlin',
    }),
    () => laptop.now,
  )
  expect(moments.nextAfter(laptop.now)).toBe(due - 30 * minute)
  expect(moments.between(laptop.now, due - 31 * minute)).toEqual([])
  const [moment] = moments.between(due - 31 * minute, due - 30 * minute)
  expect(moment).toMatchObject({
    at: due - 30 * minute,
    title: 'Bulletin to All users is due at 16:00',
    place: 'bulletins',
  })
  if (!moment) return
  expect(moments.between(due - 30 * minute, due - 29 * minute)).toEqual([])
  laptop.now = due - 29 * minute
  expect(moments.stands(moment)).toBe(true)
  const fields = { audience: 'all users', sentAt: laptop.now }
  laptop.write({ entity: 'bulletinSending', key: 's', fields })
  expect(moments.stands(moment)).toBe(false)
  expect(moments.between(due - 31 * minute, due - 29 * minute)).toEqual([])
})
