import { PatchMoments } from '@domain/notifications/patch-moments'
import { plan } from '@domain/notifications/plan'
import { defaultNotificationSettings } from '@domain/notifications/settings'
import { expect, test } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const hour = 60 * 60_000
const opensAt = firstMorning + 10 * hour
const zone = 'Europe/Berlin'

function watching() {
  const laptop = makeLaptop('ana')
  const patch = (fields: Record<string, string | number | boolean>) =>
    laptop.write({ entity: 'patch', key: 'p', fields })
  patch({ name: 'Patch 1', state: 'planned', opensAt, closesAt: opensAt + 2 * hour })
  const { replica } = laptop
  const moments = new PatchMoments(
    () => ({
      patches: replica.rows('patch'),
      retests: replica.rows('retest').values(),
      me: 'person:ana',
      zone,
    }),
    () => laptop.now,
  )
  let memory = plan(undefined, moments, laptop.now, defaultNotificationSettings, zone).memory
  function look(at: number) {
    laptop.now = at
    const planned = plan(memory, moments, at, defaultNotificationSettings, zone)
    memory = planned.memory
    return {
      told: planned.show.map((moment) => ('title' in moment ? `${moment.title}. ${moment.body}` : '')),
      wakeAt: planned.wakeAt,
    }
  }
  return { laptop, patch, look }
}

test('the window of a patch is told when it opens, once', () => {
  const { look } = watching()
  expect(look(opensAt - hour)).toEqual({ told: [], wakeAt: opensAt })
  expect(look(opensAt).told).toEqual([
    'The window of Patch 1 opens. Until Mon 2 Mar 2026, 21:00, Europe/Berlin (UTC+01:00)',
  ])
  expect(look(opensAt + hour).told).toEqual([])
})

test('a window is no news once it has closed, its patch has gone, or where it is written down afterwards', () => {
  const asleep = watching()
  expect(asleep.look(opensAt + 3 * hour).told).toEqual([])
  const shipped = watching()
  shipped.patch({ state: 'shipped' })
  expect(shipped.look(opensAt).told).toEqual([])
  const late = watching()
  late.laptop.now = opensAt + hour / 2
  late.patch({ opensAt: opensAt + hour / 4 })
  expect(late.look(opensAt + hour / 2).told).toEqual([])
})

test('retests that wait for somebody are told to them, together', () => {
  const { laptop, patch, look } = watching()
  const retest = (key: string, fields: Record<string, string>) =>
    laptop.write({ entity: 'retest', key: `p/${key}`, fields: { patch: 'p', issue: key, ...fields } })
  laptop.now = firstMorning + hour
  patch({ state: 'shipped' })
  retest('a', { confirmer: 'person', person: 'person:ana' })
  retest('b', { confirmer: 'person', person: 'person:ana' })
  retest('c', { confirmer: 'person', person: 'person:ben' })
  retest('d', { confirmer: 'reporter' })
  retest('e', { confirmer: 'person', person: 'person:ana', result: 'passed' })
  const { told } = look(firstMorning + hour + 60_000)
  expect(told).toEqual(['2 retests wait for you. Of Patch 1, that has been shipped'])
  expect(look(firstMorning + hour + 180_000).told).toEqual([])
})
