import { conflictIn } from '@domain/merge/apply'
import type { Row } from '@domain/merge/row'
import { retestKey } from '@domain/model/retest'
import { failRetest, passRetest, setConfirmer } from '@domain/patches/judge-retest'
import { confirmerText, judgedBy, standingAt, standingOf } from '@domain/patches/retest-list'
import { describe, expect, it } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'
import { done, issue, laptopWith, patch, retestCase, step } from './patching'

const comment = (text: string, now = firstMorning) => ({ key: `c-${text}`, author: 'Ana', text, now })

function shipped(): Laptop {
  const laptop = laptopWith({
    a: { status: 'fix-ready', patch: 'p', reporter: 'Kim', reporterUnit: 'Billing' },
    b: { status: 'fix-ready', patch: 'p' },
  })
  step(laptop, 'ship')
  return laptop
}

describe('judging a retest', () => {
  it('passed, it resolves the issue, and says by whom', () => {
    const laptop = shipped()
    laptop.now += 60_000
    const plan = passRetest(retestCase(laptop, 'a'), 'steady-state-with-help', ' Two cases ', laptop.now)
    expect(plan).toMatchObject({ label: 'Retest of A passed' })
    done(laptop, plan)
    expect(issue(laptop, 'a').values).toMatchObject({
      status: 'resolved',
      rescue: 'steady-state-with-help',
      resolvedAt: laptop.now,
      patch: 'p',
    })
    const { retest } = retestCase(laptop, 'a')
    expect(retest.values).toMatchObject({ result: 'passed', note: 'Two cases' })
    expect(judgedBy(retest)).toEqual({ at: laptop.now, by: 'ana' })
    expect([standingAt(retest, laptop.now - 1), standingAt(retest, laptop.now)]).toEqual([
      'waiting',
      'passed',
    ])
    expect(standingAt(retest, firstMorning - 1)).toBeUndefined()
  })

  it('failed, it brings the issue back with what was seen as a comment', () => {
    const laptop = shipped()
    expect(failRetest(retestCase(laptop, 'a'), comment(' '))).toEqual({
      ok: false,
      reason: 'Say what was seen: whoever mends it needs it.',
    })
    done(laptop, failRetest(retestCase(laptop, 'a'), comment('Total still wrong')))
    expect(issue(laptop, 'a').values).toMatchObject({ status: 'returned', patch: null })
    expect(laptop.value('comment', 'c-Total still wrong', 'text')).toBe(
      'Retest after Patch 1 failed: Total still wrong',
    )
    expect(standingOf(retestCase(laptop, 'a').retest)).toBe('failed')
  })

  it('leaves an issue where somebody works on it again, or has ended it', () => {
    const laptop = shipped()
    laptop.write({ entity: 'issue', key: 'a', fields: { status: 'in-progress' } })
    done(laptop, failRetest(retestCase(laptop, 'a'), comment('No')))
    expect(issue(laptop, 'a').values.status).toBe('in-progress')
    laptop.write({ entity: 'issue', key: 'b', fields: { status: 'closed', rescue: 'steady-state-alone' } })
    done(laptop, passRetest(retestCase(laptop, 'b'), 'project-team', '', laptop.now))
    expect(issue(laptop, 'b').values).toMatchObject({ status: 'closed', rescue: 'steady-state-alone' })
  })

  it('is for patches that are out', () => {
    const laptop = shipped()
    step(laptop, 'roll-back', 'Slow')
    expect(passRetest(retestCase(laptop, 'a'), 'project-team', '', laptop.now)).toEqual({
      ok: false,
      reason: 'Patch 1 is rolled back: retests are judged while it is shipped.',
    })
  })

  it('says who confirms', () => {
    const laptop = shipped()
    const told = () => {
      const { retest, issue } = retestCase(laptop, 'a')
      return confirmerText(retest, issue, (key) => `person ${key}`)
    }
    expect(told()).toBe('Kim')
    done(laptop, setConfirmer(retestCase(laptop, 'a'), 'unit'))
    expect(told()).toBe('Billing')
    done(laptop, setConfirmer(retestCase(laptop, 'a'), 'person', 'x'))
    expect(told()).toBe('person x')
    done(laptop, setConfirmer(retestCase(laptop, 'a'), null))
    expect(told()).toBeUndefined()
    expect(laptop.value('retest', retestKey('p', 'a'), 'person')).toBeNull()
  })
})

describe('two laptops at once', () => {
  function apart(): [Laptop, Laptop] {
    const ana = shipped()
    const ben = makeLaptop('ben')
    ben.receive(ana.operations)
    return [ana, ben]
  }
  function meet(one: Laptop, other: Laptop): void {
    const [mine, theirs] = [[...one.operations], [...other.operations]]
    one.receive(theirs)
    other.receive(mine)
  }
  const row = (laptop: Laptop, entity: string, key: string) => laptop.replica.table(entity).get(key) as Row

  it.each([1, -1])(
    'judging one retest differently is a conflict that shows one of them as a whole (%i)',
    (later) => {
      const [ana, ben] = apart()
      ana.now = firstMorning + 600_000
      ben.now = ana.now + later * 1_000
      done(ana, passRetest(retestCase(ana, 'a'), 'project-team', '', ana.now))
      done(ben, failRetest(retestCase(ben, 'a'), comment('Still wrong', ben.now)))
      meet(ana, ben)
      const passes = later < 0
      for (const laptop of [ana, ben]) {
        expect(laptop.conflict('retest', retestKey('p', 'a'), 'result').sort()).toEqual(['failed', 'passed'])
        expect(standingOf(retestCase(laptop, 'a').retest)).toBe(passes ? 'passed' : 'failed')
        const { status, rescue, resolvedAt, patch } = issue(laptop, 'a').values
        expect({ status, rescue, resolvedAt, patch }).toEqual(
          passes
            ? { status: 'resolved', rescue: 'project-team', resolvedAt: ana.now, patch: 'p' }
            : { status: 'returned', rescue: null, resolvedAt: null, patch: null },
        )
        // What was seen is not lost with the judgement that does not show.
        expect(laptop.value('comment', 'c-Still wrong', 'text')).toContain('Still wrong')
      }
      done(ben, failRetest(retestCase(ben, 'a'), comment('Looked again', ben.now)))
      meet(ana, ben)
      for (const laptop of [ana, ben])
        for (const [entity, key] of [
          ['retest', retestKey('p', 'a')],
          ['issue', 'a'],
        ] as const)
          for (const field of ['result', 'status', 'rescue', 'resolvedAt', 'patch'])
            expect(conflictIn(row(laptop, entity, key), field)).toEqual([])
    },
  )

  it('stepping one patch differently is a conflict of its state, and nothing else of it', () => {
    const [ana, ben] = apart()
    for (const key of ['a', 'b']) done(ana, passRetest(retestCase(ana, key), 'project-team', '', ana.now))
    ben.receive(ana.operations)
    ana.now = ben.now = firstMorning + 600_000
    step(ana, 'confirm')
    ben.now += 1_000
    step(ben, 'roll-back', 'Slow')
    meet(ana, ben)
    for (const laptop of [ana, ben]) {
      expect(laptop.conflict('patch', 'p', 'state').sort()).toEqual(['confirmed', 'rolled-back'])
      expect(patch(laptop).values.state).toBe('rolled-back')
      expect(issue(laptop, 'a').values).toMatchObject({ status: 'returned', patch: null })
    }
  })

  it('shipping the same patch ships it once: nothing to settle, one retest for each issue', () => {
    const ana = laptopWith({ a: { status: 'fix-ready', patch: 'p', reporter: 'Kim', acknowledgedAt: 1 } })
    const ben = makeLaptop('ben')
    ben.receive(ana.operations)
    step(ana, 'ship')
    ben.now += 5_000
    step(ben, 'ship')
    meet(ana, ben)
    expect(ana.replica.rows('retest').size).toBe(1)
    for (const laptop of [ana, ben]) {
      expect(laptop.replica.conflicts.all()).toEqual([])
      expect(patch(laptop).values.state).toBe('shipped')
    }
  })
})
