import { ClockBoard } from '@domain/clocks/clock-board'
import { defaultPolicy, engagementKey } from '@domain/model/engagement'
import { issueStatuses } from '@domain/model/issue'
import { finish } from '@domain/triage/sliced-sort'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstMorning, makeLaptop } from '../support/laptop'

const minute = 60_000
const name = fc.constantFrom('a', 'b', 'c')
const past = fc.integer({ min: -600, max: 0 }).map((by) => firstMorning + by * minute)
const later = fc.integer({ min: -60, max: 600 }).map((by) => firstMorning + by * minute)

/** Whatever people, imports, undo and redo write to issues, comments and the policy. */
const written = fc.oneof(
  fc.record({
    entity: fc.constant('issue'),
    key: name,
    fields: fc.record(
      {
        status: fc.constantFrom(...issueStatuses),
        severity: fc.constantFrom(1, 2, 3, null),
        removed: fc.boolean(),
        nextUpdateDue: fc.option(later),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    entity: fc.constant('comment'),
    key: fc.constantFrom('k', 'l', 'm', 'n'),
    fields: fc.record(
      { issue: name, writtenAt: fc.option(past), removed: fc.boolean() },
      { requiredKeys: ['issue'] },
    ),
  }),
  fc.record({
    entity: fc.constant('engagement'),
    key: fc.constant(engagementKey),
    fields: fc.record(
      {
        'severity.1.updateMinutes': fc.constantFrom(30, 60, null),
        'pauses:retest': fc.boolean(),
        'hours.mon': fc.constantFrom('', '08:00-12:00'),
      },
      { requiredKeys: [] },
    ),
  }),
)

test('a board that follows every change knows the same as one that reads everything anew', () => {
  fc.assert(
    fc.property(fc.array(fc.array(written, { maxLength: 4 }), { maxLength: 8 }), (changes) => {
      const laptop = makeLaptop('desk')
      laptop.write({
        entity: 'engagement',
        key: engagementKey,
        fields: { zone: 'Europe/Berlin', ...defaultPolicy },
      })
      const { replica } = laptop
      const opened = () => {
        const board = new ClockBoard({
          issues: replica.rows('issue'),
          comments: replica.rows('comment'),
          engagements: replica.rows('engagement'),
        })
        finish(board.open(laptop.now))
        return board
      }
      const all = ({ deadlines }: ClockBoard) => deadlines.after(Number.NEGATIVE_INFINITY, 100)
      const followed = opened()
      for (const change of changes) {
        laptop.now += 5 * minute
        laptop.write(change)
        const steps = followed.refresh(laptop.now)
        if (steps) finish(steps)
        expect(all(followed)).toEqual(all(opened()))
      }
    }),
    { numRuns: 80 },
  )
})
