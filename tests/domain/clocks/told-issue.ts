import type { ClockContext, ClockReading } from '@domain/clocks/clock'
import { clocksOf } from '@domain/clocks/clock'
import { type Ledger, ledgerOf } from '@domain/clocks/ledger'
import { type ClockKind, policyHistory } from '@domain/clocks/policy'
import { defaultPolicy } from '@domain/model/engagement'
import type { Fields } from '@domain/model/value'
import type { IssueRow } from '@domain/triage/as-of'
import { makeLaptop } from '../../support/laptop'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Monday 2 March 2026, 08:00 in Berlin: support opens. */
export const monday = Date.UTC(2026, 2, 2, 7)

/** Times are counted from that Monday. */
export type Change = readonly [at: number, fields: Fields]

export interface Told {
  readonly row: IssueRow
  context(now: number, comment?: number): ClockContext
  clock(kind: ClockKind, now: number, comment?: number): ClockReading | undefined
  ledger(kind: ClockKind, now: number, comment?: number): Ledger | undefined
}

/** An issue raised at `monday`, and an engagement in Berlin under the usual policy; both with what changed later. */
export function told(issue: readonly Change[], policy: readonly Change[] = []): Told {
  const laptop = makeLaptop('lead', monday + 365 * day)
  const write = (entity: string, key: string, fields: Fields, at: number) =>
    laptop.write({ entity, key, fields, at: monday + at })
  write('engagement', 'engagement', { zone: 'Europe/Berlin', ...defaultPolicy }, -30 * day)
  for (const [at, fields] of policy) write('engagement', 'engagement', fields, at)
  write('issue', 'one', { title: 'Printer prints blanks', raisedAt: monday }, 0)
  for (const [at, fields] of issue) write('issue', 'one', fields, at)
  const row = laptop.replica.rows('issue').get('one')
  if (!row) throw new Error('the issue was not written')
  const policies = policyHistory(laptop.replica.rows('engagement').get('engagement'))
  const context = (now: number, comment?: number): ClockContext => ({
    now: monday + now,
    policies,
    commentedAt: () => (comment === undefined ? undefined : monday + comment),
  })
  return {
    row,
    context,
    clock: (kind, now, comment) => clocksOf(row, context(now, comment)).find((one) => one.kind === kind),
    ledger: (kind, now, comment) => ledgerOf(row, kind, context(now, comment)),
  }
}
