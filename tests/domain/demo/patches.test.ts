import { demoIntents } from '@domain/demo/demo'
import { author } from '@domain/merge/intent'
import { Replica } from '@domain/merge/replica'
import { clockAtStart } from '@domain/merge/stamp'
import { patchPhases, shippedAt, stateOf } from '@domain/patches/patch-state'
import { isSettled, judgedBy, standingOf } from '@domain/patches/retest-list'
import { ridersOf } from '@domain/patches/riders'
import { figures } from '@domain/reporting/figures'
import { phasesOf, statusAt } from '@domain/triage/as-of'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { firstMorning } from '../../support/laptop'

const day = 24 * 3_600_000

function demo(now: number, issues = 240): Replica {
  const by = { laptop: 'a000000000', by: 'Lena Brandt', clock: clockAtStart, seq: 0, now, cause: 'demo' }
  const replica = new Replica()
  const { operations } = author(demoIntents({ seed: 1, now, issues }), replica, by)
  for (const operation of operations) replica.apply(operation)
  return replica
}

/** Every day of a week, at different hours. */
const mornings = [0, 1, 2, 3, 4, 5, 6].map((add) => firstMorning + add * (day + 3_600_000))

describe('the patches of the demo', () => {
  it.each(mornings)(
    'are shipped and confirmed, one rolled back, one in test and one planned, as of %i',
    (now) => {
      const replica = demo(now)
      const states = [...replica.rows('patch').values()].map(stateOf)
      const count = (state: string) => states.filter((one) => one === state).length
      expect(count('confirmed')).toBeGreaterThanOrEqual(3)
      expect([count('rolled-back'), count('in-test'), count('planned')]).toEqual([1, 1, 1])
      const share = figures(replica, { asOf: now }).find(({ id }) => id === 'failed-retest-share')
      expect(share?.value).toBeGreaterThan(0)
      expect(share?.value).toBeLessThan(40)
    },
  )

  it('agree with what became of the issues', () => {
    const now = mornings[3] as number
    const replica = demo(now, 1_000)
    const patches = replica.rows('patch')
    expect(replica.rows('retest').size).toBeGreaterThan(50)
    for (const retest of replica.rows('retest').values()) {
      const patch = patches.get(retest.values.patch ?? '')
      const issue = replica.rows('issue').get(retest.values.issue ?? '')
      if (!patch || !issue) throw new Error(`${retest.key} is about nothing`)
      const shipped = shippedAt(patch, now) ?? 0
      expect(statusAt(issue, shipped), retest.key).toBe('retest')
      expect(statusAt(issue, shipped - 1), retest.key).toBe('fix-ready')
      const judged = judgedBy(retest)
      if (!judged) continue
      const phase = phasesOf(issue).find(({ from }) => from === judged.at)
      expect(phase?.status, retest.key).toBe(standingOf(retest) === 'passed' ? 'resolved' : 'returned')
    }
    for (const patch of patches.values()) {
      const retests = [...replica.rows('retest').values()].filter(({ values }) => values.patch === patch.key)
      if (stateOf(patch) === 'confirmed')
        expect(retests.every((retest) => isSettled(standingOf(retest)))).toBe(true)
      if (stateOf(patch) === 'rolled-back')
        expect(finish(ridersOf(patch.key, replica.rows('issue').values()))).toEqual([])
      const moments = patchPhases(patch).map(({ from }) => from)
      expect(moments).toEqual([...moments].sort((a, b) => a - b))
    }
  })
})
