import { retestKey } from '@domain/model/retest'
import type { Fields } from '@domain/model/value'
import type { RetestCase } from '@domain/patches/judge-retest'
import { ridersOf } from '@domain/patches/riders'
import type { StepPlan } from '@domain/patches/steps'
import { type PatchStep, planStep } from '@domain/patches/steps'
import type { Planned, Refused } from '@domain/triage/plan'
import { finish } from '@domain/triage/sliced-sort'
import { type Laptop, makeLaptop } from '../../support/laptop'

/** A laptop with a planned patch `p` and issues, by key. */
export function laptopWith(issues: Record<string, Fields>): Laptop {
  const laptop = makeLaptop('ana')
  laptop.write({ entity: 'patch', key: 'p', fields: { name: 'Patch 1', state: 'planned' } })
  for (const [key, fields] of Object.entries(issues))
    laptop.write({
      entity: 'issue',
      key,
      fields: { shortKey: key.toUpperCase(), title: `About ${key}`, ...fields },
    })
  return laptop
}

export const issue = (laptop: Laptop, key: string) => {
  const row = laptop.replica.rows('issue').get(key)
  if (!row) throw new Error(`no issue ${key}`)
  return row
}

export const patch = (laptop: Laptop, key = 'p') => {
  const row = laptop.replica.rows('patch').get(key)
  if (!row) throw new Error(`no patch ${key}`)
  return row
}

export const retestCase = (laptop: Laptop, key: string): RetestCase => {
  const retest = laptop.replica.rows('retest').get(retestKey('p', key))
  if (!retest) throw new Error(`no retest of ${key}`)
  return { retest, patch: patch(laptop), issue: issue(laptop, key) }
}

/** Plans a step, and takes it where it is not refused. */
export function step(laptop: Laptop, wanted: PatchStep, reason?: string): StepPlan | Refused {
  const steps = planStep(patch(laptop), wanted, {
    now: laptop.now,
    riders: finish(ridersOf('p', laptop.replica.rows('issue').values())),
    retests: [...laptop.replica.rows('retest').values()].filter(({ values }) => values.patch === 'p'),
    ...(reason !== undefined && { reason }),
  })
  const planned = finish(steps)
  if ('plan' in planned) laptop.write(planned.plan.intents)
  return planned
}

/** Writes what is planned; a refusal is the test's mistake. */
export function done(laptop: Laptop, plan: Planned | Refused): void {
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
}
