import type { PatchState } from '@domain/model/patch'
import { excuseFailure, excuseRetest, failRetest, passRetest } from '@domain/patches/judge-retest'
import { patchPhases, shippedAt } from '@domain/patches/patch-state'
import { newPatch, nextPatchName, putOnPatch, takeOffPatch } from '@domain/patches/plan-patch'
import { isCandidate, readySince } from '@domain/patches/riders'
import { canStep, patchSteps } from '@domain/patches/steps'
import { patchAt } from '@domain/triage/as-of'
import { describe, expect, it } from 'vitest'
import { firstMorning } from '../../support/laptop'
import { done, issue, laptopWith, patch, retestCase, step } from './patching'

const comment = (text: string, now = firstMorning) => ({ key: `c-${text}`, author: 'Ana', text, now })

describe('putting fixes on a patch', () => {
  it('takes many at once, and says how many', () => {
    const laptop = laptopWith({ a: { status: 'fix-ready' }, b: { status: 'in-progress' } })
    const plan = putOnPatch(patch(laptop), [issue(laptop, 'a'), issue(laptop, 'b')])
    expect(plan).toMatchObject({ ok: true, label: '2 issues put on Patch 1' })
    done(laptop, plan)
    expect(laptop.value('issue', 'b', 'patch')).toBe('p')
    const off = takeOffPatch([issue(laptop, 'b')])
    expect(off.label).toBe('B taken off its patch')
    done(laptop, off)
    expect(laptop.value('issue', 'b', 'patch')).toBeNull()
  })

  it('refuses what is shipped already and what has ended', () => {
    const laptop = laptopWith({ a: { status: 'resolved' }, b: { status: 'fix-ready' } })
    expect(putOnPatch(patch(laptop), [issue(laptop, 'a')])).toMatchObject({ ok: false })
    step(laptop, 'ship')
    expect(putOnPatch(patch(laptop), [issue(laptop, 'b')])).toEqual({
      ok: false,
      reason: 'Patch 1 is shipped: nothing can be put on it.',
    })
  })

  it('a fix is a candidate while it is ready and on nothing that still leaves', () => {
    const laptop = laptopWith({ a: { status: 'fix-ready' }, b: { status: 'in-progress' } })
    const isWaiting = (key: string) =>
      isCandidate(issue(laptop, key), (of) => laptop.replica.rows('patch').get(of))
    expect([isWaiting('a'), isWaiting('b')]).toEqual([true, false])
    done(laptop, putOnPatch(patch(laptop), [issue(laptop, 'a')]))
    expect(isWaiting('a')).toBe(false)
    step(laptop, 'withdraw')
    expect(isWaiting('a')).toBe(true)
    expect(laptop.value('issue', 'a', 'patch')).toBeNull()
  })

  it('knows since when a fix is ready, for the last time', () => {
    const laptop = laptopWith({ a: { status: 'new' } })
    const write = (status: string, now: number) => {
      laptop.now = now
      laptop.write({ entity: 'issue', key: 'a', fields: { status } })
    }
    write('fix-ready', firstMorning + 60_000)
    write('in-progress', firstMorning + 120_000)
    write('fix-ready', firstMorning + 180_000)
    write('fix-ready', firstMorning + 240_000)
    expect(readySince(issue(laptop, 'a'))).toBe(firstMorning + 180_000)
  })

  it('plans patches under names that none has had', () => {
    const laptop = laptopWith({})
    expect(nextPatchName(laptop.replica.rows('patch').values())).toBe('Patch 2')
    const draft = { name: ' Hotfix ', opensAt: 2, closesAt: 1, notes: '' }
    expect(newPatch('q', draft)).toMatchObject({ ok: false })
    expect(newPatch('q', { ...draft, name: ' ', closesAt: 3 })).toMatchObject({ ok: false })
    expect(newPatch('q', { ...draft, closesAt: 3 })).toMatchObject({
      ok: true,
      label: 'Hotfix planned',
      intents: [{ fields: { name: 'Hotfix', opensAt: 2, closesAt: 3, state: 'planned' } }],
    })
  })
})

describe('the life of a patch', () => {
  it.each<[PatchState, string]>([
    ['planned', 'test ship withdraw'],
    ['in-test', 'replan ship withdraw'],
    ['shipped', 'confirm roll-back'],
    ['confirmed', 'roll-back'],
    ['rolled-back', ''],
  ])('from %s it can %s', (state, steps) => {
    const laptop = laptopWith({})
    laptop.write({ entity: 'patch', key: 'p', fields: { state } })
    expect(patchSteps.filter((one) => canStep(patch(laptop), one)).join(' ')).toBe(steps)
  })

  it('shipping sends what is ready to retest, takes along what is resolved and leaves the rest behind', () => {
    const laptop = laptopWith({
      ready: { status: 'fix-ready', patch: 'p', reporter: 'Kim', reporterUnit: 'Billing' },
      unit: { status: 'retest', patch: 'p', reporterUnit: 'Billing' },
      late: { status: 'in-progress', patch: 'p' },
      done: { status: 'resolved', patch: 'p' },
      other: { status: 'fix-ready' },
    })
    step(laptop, 'test')
    laptop.now += 60_000
    const taken = step(laptop, 'ship')
    expect('plan' in taken && taken.touched.map(({ row, effect }) => `${row.key} ${effect}`)).toEqual([
      'ready to-retest',
      'unit to-retest',
      'done rides-along',
      'late stays-behind',
    ])
    expect('plan' in taken && taken.plan.label).toBe('Patch 1 shipped: 2 issues to retest')
    expect(issue(laptop, 'ready').values).toMatchObject({ status: 'retest', patch: 'p' })
    expect(issue(laptop, 'late').values).toMatchObject({ status: 'in-progress', patch: null })
    expect(issue(laptop, 'other').values.patch).toBeUndefined()
    expect(retestCase(laptop, 'ready').retest.values).toMatchObject({ issue: 'ready', confirmer: 'reporter' })
    expect(retestCase(laptop, 'unit').retest.values.confirmer).toBe('unit')
    expect(shippedAt(patch(laptop), Infinity)).toBe(firstMorning + 60_000)
    expect(patchAt(issue(laptop, 'late'), firstMorning)).toBe('p')
    expect(patchAt(issue(laptop, 'late'), firstMorning + 60_000)).toBeNull()
  })

  it('is confirmed only when every retest passed or is excused', () => {
    const laptop = laptopWith({
      a: { status: 'fix-ready', patch: 'p' },
      b: { status: 'fix-ready', patch: 'p' },
      c: { status: 'fix-ready', patch: 'p' },
    })
    step(laptop, 'ship')
    expect(step(laptop, 'confirm')).toEqual({
      ok: false,
      reason: 'Patch 1 cannot be confirmed yet: 3 retests still to be done.',
    })
    done(laptop, passRetest(retestCase(laptop, 'a'), 'project-team', '', laptop.now))
    done(laptop, failRetest(retestCase(laptop, 'b'), comment('Total still wrong')))
    done(laptop, excuseRetest(retestCase(laptop, 'c'), 'Unit is on holiday', 'project-team', laptop.now))
    expect(step(laptop, 'confirm')).toMatchObject({
      reason: 'Patch 1 cannot be confirmed yet: 1 failed retest not excused.',
    })
    done(laptop, excuseFailure(retestCase(laptop, 'b'), 'The next fix rides on patch 2'))
    expect(step(laptop, 'confirm')).toHaveProperty('plan')
    expect(patchPhases(patch(laptop)).map(({ state }) => state)).toEqual(['planned', 'shipped', 'confirmed'])
  })

  it('a patch on which nothing rode has nothing to retest', () => {
    const laptop = laptopWith({})
    step(laptop, 'ship')
    expect(step(laptop, 'confirm')).toHaveProperty('plan')
  })

  it('rolled back, fixes in retest are ready again and those that were told to work come back', () => {
    const laptop = laptopWith({
      waiting: { status: 'fix-ready', patch: 'p' },
      passed: { status: 'fix-ready', patch: 'p' },
      held: { status: 'fix-ready', patch: 'p' },
    })
    step(laptop, 'ship')
    done(laptop, passRetest(retestCase(laptop, 'passed'), 'steady-state-alone', '', laptop.now))
    laptop.write({ entity: 'issue', key: 'held', fields: { status: 'on-hold', holdReason: 'user' } })
    expect(step(laptop, 'roll-back', ' ')).toEqual({ ok: false, reason: 'Say why the patch is rolled back.' })
    step(laptop, 'roll-back', 'Invoices printed twice')
    expect(patch(laptop).values).toMatchObject({
      state: 'rolled-back',
      rollbackReason: 'Invoices printed twice',
    })
    expect(issue(laptop, 'waiting').values).toMatchObject({ status: 'fix-ready', patch: null })
    expect(issue(laptop, 'passed').values).toMatchObject({
      status: 'returned',
      patch: null,
      resolvedAt: null,
      rescue: null,
    })
    expect(issue(laptop, 'held').values).toMatchObject({ status: 'on-hold', patch: null })
  })
})
