import type { Issue } from '@domain/model/entities'
import { issueStatuses } from '@domain/model/issue'
import type { IssueRow } from '@domain/triage/as-of'
import { type BulkWish, bulkChange, planBulk, toldFields, wishText } from '@domain/triage/bulk-edit'
import { nextStatuses } from '@domain/triage/issue-status'
import { finish } from '@domain/triage/sliced-sort'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const telling = {
  personName: (key: string) => (key === 'person:ana' ? 'Ana' : key),
  issueKey: (key: string) => key,
  instant: (at: number) => `at ${at}`,
}

function laptopWith(issues: readonly Issue[]): { laptop: Laptop; rows: IssueRow[] } {
  const laptop = makeLaptop('ana')
  laptop.write(
    issues.map((fields, index) => ({ entity: 'issue', key: `i${index}`, fields: { ...fields } as never })),
  )
  return { laptop, rows: [...laptop.replica.rows('issue').values()] }
}

function plan(laptop: Laptop, rows: readonly IssueRow[], wishes: readonly BulkWish[]) {
  const issues = laptop.replica.rows('issue')
  return finish(planBulk(rows, wishes, { now: firstMorning, issueOf: (key) => issues.get(key) }))
}

const resolved: BulkWish = { kind: 'status', to: { status: 'resolved', rescue: 'project-team' } }

describe('changing many issues', () => {
  test('tells what changes, what stays and what is refused, and why', () => {
    const { laptop, rows } = laptopWith([
      { shortKey: 'A-1', title: 'A', status: 'in-progress' },
      { shortKey: 'A-2', title: 'B', status: 'closed' },
      {
        shortKey: 'A-3',
        title: 'C',
        status: 'resolved',
        rescue: 'project-team',
        acknowledgedAt: 1,
        resolvedAt: 2,
      },
    ])
    const told = plan(laptop, rows, [resolved])
    expect(told.changing.map(({ row }) => row.key)).toEqual(['i0'])
    expect(told.changing[0]?.fields).toMatchObject({ status: 'resolved', resolvedAt: firstMorning })
    expect(told.staying.map(({ key }) => key)).toEqual(['i2'])
    expect(told.refused.map(({ row, reason }) => [row.key, reason])).toEqual([
      ['i1', 'A-2 is closed and cannot become resolved from there.'],
    ])
    expect(bulkChange(told, telling)).toMatchObject({
      ok: true,
      label: '1 of 3 issues: status set to resolved',
      intents: [{ entity: 'issue', key: 'i0' }],
    })
  })

  test('keeps when an issue on hold comes back, where no other time is said', () => {
    const held = { status: 'on-hold', holdReason: 'user', holdUntil: 9, acknowledgedAt: 1 } as const
    const { laptop, rows } = laptopWith([held, { ...held, holdReason: 'vendor' }])
    const waiting: BulkWish = { kind: 'status', to: { status: 'on-hold', reason: 'user' } }
    const told = plan(laptop, rows, [waiting])
    expect(told.staying.map(({ key }) => key)).toEqual(['i0'])
    expect(told.changing.map(({ fields }) => fields)).toEqual([{ holdReason: 'user' }])
    const later: BulkWish = { kind: 'status', to: { status: 'on-hold', reason: 'user', until: 12 } }
    expect(plan(laptop, rows, [later]).changing.map(({ fields }) => fields)).toEqual([
      { holdUntil: 12 },
      { holdReason: 'user', holdUntil: 12 },
    ])
  })

  test('leaves when an issue was declined as it is, and tells only what is new of it', () => {
    const declined = {
      status: 'declined',
      declineReason: 'As agreed',
      closedAt: 5,
      acknowledgedAt: 1,
    } as const
    const { laptop, rows } = laptopWith([declined])
    const declining = (reason: string): BulkWish => ({ kind: 'status', to: { status: 'declined', reason } })
    expect(plan(laptop, rows, [declining('As agreed')]).staying).toHaveLength(1)
    const [changed] = plan(laptop, rows, [declining('Works as designed')]).changing
    expect(changed?.fields).toEqual({ declineReason: 'Works as designed' })
    expect(toldFields(declining(''), changed?.fields ?? {})).toEqual(['declineReason'])
    expect(toldFields(resolved, { status: 'resolved', rescue: 'project-team' })).toEqual(['status'])
  })

  test('gives an issue all that is wished for, or none of it', () => {
    const { laptop, rows } = laptopWith([
      { title: 'A', status: 'new' },
      { title: 'B', status: 'closed' },
    ])
    const told = plan(laptop, rows, [
      resolved,
      { kind: 'owner', to: { key: 'person:ana', name: 'Ana' } },
      { kind: 'tag', tag: ' month  end ' },
    ])
    expect(told.changing).toMatchObject([
      { row: { key: 'i0' }, fields: { status: 'resolved', owner: 'person:ana', 'tag:month end': true } },
    ])
    expect(told.refused).toMatchObject([{ row: { key: 'i1' } }])
    expect(bulkChange(told, telling)).toMatchObject({
      label: '1 of 2 issues: status set to resolved, given to Ana, tagged month end',
    })
  })

  test('is refused where nothing would change', () => {
    const { laptop, rows } = laptopWith([{ title: 'A', status: 'closed', severity: 2 }])
    expect(bulkChange(plan(laptop, rows, [{ kind: 'severity', to: 2 }]), telling)).toEqual({
      ok: false,
      reason: 'All of the issues are so already.',
    })
    expect(bulkChange(plan(laptop, rows, [resolved]), telling)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('is closed'),
    })
  })

  test.each<[BulkWish, string]>([
    [{ kind: 'severity', to: null }, 'severity cleared'],
    [{ kind: 'severity', to: 1 }, 'severity set to 1'],
    [{ kind: 'owner', to: null }, 'owner cleared'],
    [{ kind: 'field', field: 'class', to: 'training-gap' }, 'class set to Training gap'],
    [{ kind: 'field', field: 'nextUpdateDue', to: 5 }, 'next update due set to at 5'],
    [{ kind: 'field', field: 'workaround', to: 'Restart' }, 'workaround written'],
    [{ kind: 'untag', tag: 'x' }, 'tag x taken off'],
  ])('reads %j as “%s”', (wish, text) => {
    expect(wishText(wish, telling)).toBe(text)
  })

  test('comes to what changing one issue after the other comes to, and a second time to nothing', () => {
    const issue: fc.Arbitrary<Issue> = fc.record(
      {
        title: fc.constant('T'),
        status: fc.constantFrom(...issueStatuses),
        severity: fc.constantFrom(1, 2, 3, null),
        owner: fc.constantFrom('person:ana', null),
        component: fc.constantFrom('CRM', 'ERP', null),
        'tag:x': fc.boolean(),
      },
      { requiredKeys: ['title'] },
    )
    const wish: fc.Arbitrary<BulkWish> = fc.oneof(
      fc.constantFrom<BulkWish>(
        resolved,
        { kind: 'status', to: { status: 'on-hold', reason: 'user' } },
        { kind: 'status', to: { status: 'triaged' } },
        { kind: 'owner', to: null },
        { kind: 'tag', tag: 'x' },
        { kind: 'untag', tag: 'x' },
        { kind: 'field', field: 'component', to: ' CRM ' },
      ),
      fc.constantFrom(1, 2, null).map((to): BulkWish => ({ kind: 'severity', to })),
    )
    fc.assert(
      fc.property(
        fc.array(issue, { minLength: 1, maxLength: 8 }),
        fc.uniqueArray(wish, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind.replace('un', '') }),
        (issues, wishes) => {
          const { laptop, rows } = laptopWith(issues)
          const told = plan(laptop, rows, wishes)
          expect([
            ...told.changing.map(({ row }) => row),
            ...told.staying,
            ...told.refused.map(({ row }) => row),
          ]).toHaveLength(rows.length)
          const asked = wishes.find((one) => one.kind === 'status')
          for (const { row } of told.refused) {
            if (asked?.kind !== 'status') throw new Error('Only a status is refused')
            const from = row.values.status ?? 'new'
            expect(nextStatuses(from)).not.toContain(asked.to.status)
          }
          const change = bulkChange(told, telling)
          if (change.ok) laptop.write(change.intents)
          const again = plan(laptop, rows, wishes)
          expect(again.changing).toEqual([])
          expect(again.refused).toHaveLength(told.refused.length)
        },
      ),
    )
  })
})
