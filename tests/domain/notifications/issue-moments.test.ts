import { ClockBoard } from '@domain/clocks/clock-board'
import { defaultPolicy } from '@domain/model/engagement'
import { IssueMoments } from '@domain/notifications/issue-moments'
import { type Memory, plan } from '@domain/notifications/plan'
import { defaultNotificationSettings, type NotificationSettings } from '@domain/notifications/settings'
import { expect, test } from 'vitest'
import { firstMorning, makeLaptop } from '../../support/laptop'

const minute = 60_000
const hour = 60 * minute

/** A laptop that watches an engagement of the usual policy, in Berlin. */
function watching(settings: Partial<NotificationSettings> = {}) {
  const laptop = makeLaptop('here')
  laptop.write({
    entity: 'engagement',
    key: 'engagement',
    fields: { ...defaultPolicy, zone: 'Europe/Berlin' },
  })
  const { replica } = laptop
  const issues = replica.rows('issue')
  const board = new ClockBoard({
    issues,
    comments: replica.rows('comment'),
    engagements: replica.rows('engagement'),
  })
  const moments = new IssueMoments(board, issues, () => chosen)
  const chosen = { ...defaultNotificationSettings, ...settings }
  run(board.open(laptop.now))
  run(moments.open())
  let memory: Memory | undefined
  const look = () => {
    run(board.refresh(laptop.now))
    moments.refresh()
    const planned = plan(memory, moments, laptop.now, chosen, 'Europe/Berlin')
    memory = planned.memory
    return planned
  }
  look()
  return {
    laptop,
    look,
    told: () => look().show.map(({ kind, issue }) => `${kind} ${issue}`),
    write: (key: string, fields: Record<string, string | number | boolean | null>) =>
      laptop.write({ entity: 'issue', key, fields }),
  }
}

function run(steps: Generator<void, void> | undefined): void {
  while (steps && !steps.next().done);
}

const raised = (severity: number, at: number) => ({ title: 'Stuck', status: 'new', severity, raisedAt: at })

test('a clock is warned of a quarter of its target before, and told of when it is used up', () => {
  const { laptop, look, told, write } = watching()
  write('a', raised(2, laptop.now))
  // An hour to acknowledge: the warning comes at 45 minutes.
  expect(look().wakeAt).toBe(firstMorning + 45 * minute)
  laptop.now = firstMorning + 45 * minute
  expect(told()).toEqual(['warning a'])
  expect(told()).toEqual([])
  laptop.now = firstMorning + 60 * minute
  expect(told()).toEqual(['breached a'])
})

test('the warning comes at least five minutes before and at most an hour, or as was chosen', () => {
  const one = watching()
  one.write('a', raised(1, one.laptop.now))
  one.told()
  // A quarter of 15 minutes is less than five.
  expect(one.look().wakeAt).toBe(firstMorning + 10 * minute)
  const chosen = watching({ lead: { 1: 12, 2: 0, 3: null } })
  chosen.write('a', raised(1, chosen.laptop.now))
  chosen.write('b', raised(2, chosen.laptop.now))
  chosen.told()
  expect(chosen.look().wakeAt).toBe(firstMorning + 3 * minute)
  chosen.laptop.now = firstMorning + 50 * minute
  expect(chosen.told()).not.toContain('warning b')
})

test('an issue raised as severity 1 is told once, also where undo and redo bring it back', () => {
  const { laptop, told, write } = watching()
  write('a', raised(2, laptop.now))
  laptop.now += 2 * minute
  write('a', { severity: 1 })
  expect(told()).toEqual(['raised a'])
  laptop.now += 2 * minute
  write('a', { severity: 2 })
  expect(told()).toEqual([])
  laptop.now += 2 * minute
  write('a', { severity: 1 })
  expect(told()).toEqual([])
})

test('the past that an import brings is not told; what of it is still to come is', () => {
  const { laptop, look, told, write } = watching()
  laptop.now = firstMorning + 3 * hour
  look()
  laptop.now += minute
  for (let number = 0; number < 400; number++)
    write(`old${number}`, raised((number % 3) + 1, laptop.now - 30 * 24 * hour - number * hour))
  write('recent', raised(2, laptop.now - 30 * minute))
  expect(told()).toEqual([])
  laptop.now += 30 * minute
  expect(told()).toEqual(['breached recent'])
})

test('a severity 1 that another laptop raised just now is told; one of hours ago is history', () => {
  const { laptop, look, told } = watching()
  laptop.now += 5 * hour
  look()
  const other = makeLaptop('there', laptop.now - 3 * hour)
  const before = other.write({ entity: 'issue', key: 'before', fields: raised(1, other.now) })
  other.now = laptop.now - 10 * minute
  const fresh = other.write({ entity: 'issue', key: 'fresh', fields: raised(1, other.now) })
  laptop.receive([...before, ...fresh])
  expect(told()).toContain('raised fresh')
  expect(told()).not.toContain('raised before')
})

test('a hold that ends is told, and not when somebody took the issue up before', () => {
  const { laptop, told, write } = watching()
  const held = { ...raised(3, laptop.now), status: 'on-hold', holdReason: 'vendor' }
  write('a', { ...held, holdUntil: laptop.now + 30 * minute })
  write('b', { ...held, holdUntil: laptop.now + 30 * minute })
  laptop.now += 10 * minute
  write('b', { status: 'in-progress', holdReason: null, holdUntil: null })
  expect(told()).toEqual([])
  laptop.now += 20 * minute
  expect(told()).toEqual(['hold-over a'])
})

test('undo of a removal brings clocks back without a word about their past', () => {
  const { laptop, told, write } = watching()
  write('a', raised(2, laptop.now))
  told()
  write('a', { removed: true })
  laptop.now += 2 * hour
  expect(told()).toEqual([])
  laptop.now += minute
  write('a', { removed: false })
  expect(told()).toEqual([])
})

test('a target made shorter says nothing of what it puts in the past', () => {
  const { laptop, told, write } = watching({ lead: { 1: 0, 2: 0, 3: 0 } })
  write('a', raised(2, laptop.now))
  laptop.now += 30 * minute
  expect(told()).toEqual([])
  laptop.now += minute
  laptop.write({
    entity: 'engagement',
    key: 'engagement',
    fields: { 'severity.2.acknowledgeMinutes': 30 },
  })
  laptop.now += minute
  expect(told()).toEqual([])
})

test('what was resolved while the laptop slept is not in the summary of what was missed', () => {
  const { laptop, look, told, write } = watching()
  for (const key of ['a', 'b', 'c']) write(key, { ...raised(2, laptop.now), status: 'triaged' })
  look()
  const other = makeLaptop('there', laptop.now)
  other.receive(laptop.operations)
  other.now += hour
  const resolved = other.write({ entity: 'issue', key: 'b', fields: { status: 'resolved' } })
  laptop.now += 4 * 24 * hour
  laptop.receive(resolved)
  const missed = told()
  expect(missed).toContain('breached a')
  expect(missed).toContain('breached c')
  expect(missed.some((line) => line.endsWith(' b'))).toBe(false)
  expect(told()).toEqual([])
})
