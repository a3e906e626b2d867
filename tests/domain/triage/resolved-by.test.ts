import { type Rescue, rescues } from '@domain/model/issue'
import type { Fields } from '@domain/model/value'
import { planBulk } from '@domain/triage/bulk-edit'
import { resolvedBy } from '@domain/triage/resolved-by'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

function issueWith(fields: Fields) {
  const laptop = makeLaptop('ana')
  laptop.write({ entity: 'issue', key: 'a', fields: { shortKey: 'A-1', ...fields } })
  const issueOf = (key: string) => laptop.replica.rows('issue').get(key)
  const row = issueOf('a')
  if (!row) throw new Error('no issue')
  return {
    laptop,
    row,
    resolve(rescue: Rescue | null) {
      const plan = resolvedBy(row, rescue, 5_000, issueOf)
      if (plan.ok) laptop.write(plan.intents)
      return plan
    },
    values: () => issueOf('a')?.values,
  }
}

describe('resolving by one key', () => {
  test.each(['new', 'triaged', 'in-progress', 'fix-ready', 'retest', 'returned', 'on-hold'])(
    'an issue that is %s is resolved, and who did it is kept',
    (status) => {
      const { resolve, values } = issueWith({ status })
      const plan = resolve('steady-state-alone')
      expect(plan).toMatchObject({ ok: true, label: 'A-1 resolved by steady-state alone' })
      expect(values()).toMatchObject({
        status: 'resolved',
        rescue: 'steady-state-alone',
        resolvedAt: 5_000,
      })
    },
  )

  test.each(['resolved', 'closed'])('of an issue that is %s it is told only', (status) => {
    const { resolve, values, row } = issueWith({ status, resolvedAt: 1_000, closedAt: 2_000 })
    resolve('project-team')
    expect(values()).toMatchObject({ status, rescue: 'project-team', resolvedAt: 1_000, closedAt: 2_000 })
    expect(resolvedBy(row, 'project-team', 6_000, () => row)).toMatchObject({ ok: true, intents: [] })
  })

  test('nobody is held up: it can be told later, and taken back', () => {
    const { resolve, values } = issueWith({ status: 'retest' })
    expect(resolve(null)).toMatchObject({ ok: true, label: 'A-1 resolved, by whom is told later' })
    expect(values()).toMatchObject({ status: 'resolved', resolvedAt: 5_000 })
    expect(values()?.rescue ?? null).toBeNull()
    resolve('steady-state-with-help')
    expect(values()?.rescue).toBe('steady-state-with-help')
    resolve(null)
    expect(values()?.rescue).toBeNull()
  })

  test.each(['declined', 'duplicate'])('what is %s was not resolved by anybody', (status) => {
    const { resolve } = issueWith({ status, declineReason: 'No', duplicateOf: 'b' })
    expect(resolve('project-team')).toMatchObject({ ok: false })
  })

  test.each(rescues)('of many issues at once: %s', (rescue) => {
    const { laptop } = issueWith({ status: 'new' })
    laptop.write([
      { entity: 'issue', key: 'b', fields: { shortKey: 'A-2', status: 'closed' } },
      { entity: 'issue', key: 'c', fields: { shortKey: 'A-3', status: 'resolved', rescue } },
      { entity: 'issue', key: 'd', fields: { shortKey: 'A-4', status: 'declined' } },
    ])
    const issues = laptop.replica.rows('issue')
    const context = { now: 5_000, issueOf: (key: string) => issues.get(key) }
    const plan = finish(planBulk([...issues.values()], [{ kind: 'rescue', to: rescue }], context))
    expect(plan.changing.map(({ row, fields }) => [row.key, fields.rescue, fields.status])).toEqual([
      ['a', rescue, 'resolved'],
      ['b', rescue, undefined],
    ])
    expect(plan.staying.map(({ key }) => key)).toEqual(['c'])
    expect(plan.refused.map(({ row }) => row.key)).toEqual(['d'])
  })
})
