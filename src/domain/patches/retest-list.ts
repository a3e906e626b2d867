import type { Row } from '../merge/row'
import { momentsOf } from '../merge/trail'
import type { Retest } from '../model/entities'
import type { RetestResult } from '../model/retest'
import type { Instant } from '../model/value'
import type { IssueRow } from '../triage/as-of'

export type RetestRow = Row<Retest>

/** Where a retest stands. An excuse stands beside a failure, or in place of a result. */
export type RetestStanding = 'waiting' | 'passed' | 'failed' | 'failed-excused' | 'excused'

export const retestWords: Readonly<Record<RetestStanding, string>> = {
  waiting: 'Waiting',
  passed: 'Passed',
  failed: 'Failed',
  'failed-excused': 'Failed, excused',
  excused: 'Excused',
}

export function standingOf({ values }: RetestRow): RetestStanding {
  return standing(values.result ?? null, values.excuse ?? null)
}

/** Undefined where the retest was not asked for yet. */
export function standingAt(retest: RetestRow, instant: Instant): RetestStanding | undefined {
  if (retest.values.removed === true || retest.heads.at(retest.begun) > instant) return undefined
  const at = (field: 'result' | 'excuse') =>
    momentsOf(retest, field).findLast((moment) => moment.at <= instant)?.value ?? null
  return standing(at('result') as RetestResult | null, at('excuse') as string | null)
}

function standing(result: RetestResult | null, excuse: string | null): RetestStanding {
  if (result === 'passed') return 'passed'
  if (result === 'failed') return excuse ? 'failed-excused' : 'failed'
  return excuse ? 'excused' : 'waiting'
}

/** Whether nothing more is asked of it before its patch can be confirmed. */
export const isSettled = (standing: RetestStanding) => standing !== 'waiting' && standing !== 'failed'

/** When it was judged, and by whom; undefined where nobody has. */
export function judgedBy(retest: RetestRow): { readonly at: Instant; readonly by: string } | undefined {
  const field = retest.values.result == null ? 'excuse' : 'result'
  if (retest.values[field] == null) return undefined
  const { at, by } = momentsOf(retest, field).at(-1) ?? {}
  return at === undefined || by === undefined ? undefined : { at, by }
}

/** Who confirms, in words; undefined where nobody is asked. */
export function confirmerText(
  { values }: RetestRow,
  issue: IssueRow | undefined,
  personName: (key: string) => string,
): string | undefined {
  switch (values.confirmer) {
    case 'reporter':
      return issue?.values.reporter || 'Whoever reported it'
    case 'unit':
      return issue?.values.reporterUnit || 'The unit that reported it'
    case 'person':
      return values.person ? personName(values.person) : undefined
    default:
      return undefined
  }
}
