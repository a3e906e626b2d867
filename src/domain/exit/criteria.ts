import { begunAt, standsSince } from '../merge/apply'
import type { Row } from '../merge/row'
import { momentsOf } from '../merge/trail'
import type { ExitCriterion } from '../model/entities'
import { type BuiltInCriterion, builtInCriteria } from '../model/exit-criterion'
import type { Instant, Value } from '../model/value'

export type CriterionRow = Row<ExitCriterion>

/** What a built-in criterion asks for at one moment. */
export interface Terms {
  readonly applies: boolean
  readonly threshold: number
  /** How many days are looked back on. */
  readonly days: number
}

interface BuiltIn {
  readonly title: string
  /** What holds where an engagement says nothing else. */
  readonly usual: Terms
  /** What can be set, and how a field for it is called; what cannot be set has no name. */
  readonly threshold?: string
  readonly days?: string
}

export const builtIns: Readonly<Record<BuiltInCriterion, BuiltIn>> = {
  'no-new-severe': {
    title: 'No new severity 1 or 2',
    usual: { applies: true, threshold: 0, days: 3 },
    days: 'Days without one',
  },
  'open-severe': {
    title: 'No open severity 1, few of severity 2',
    usual: { applies: true, threshold: 2, days: 0 },
    threshold: 'Open severity 2, at most',
  },
  arrivals: {
    title: 'Few new issues',
    usual: { applies: true, threshold: 5, days: 7 },
    threshold: 'New issues a day, at most',
    days: 'Days looked back on',
  },
  'steady-state-alone': {
    title: 'Steady-state resolves alone',
    usual: { applies: true, threshold: 80, days: 14 },
    threshold: 'Percent of new issues, at least',
    days: 'Days looked back on',
  },
  'clocks-kept': {
    title: 'Clocks kept',
    usual: { applies: true, threshold: 90, days: 7 },
    threshold: 'Percent of clocks, at least',
    days: 'Days looked back on',
  },
  'active-users': {
    title: 'Users have arrived',
    usual: { applies: true, threshold: 70, days: 0 },
    threshold: 'Percent of licensed users, at least',
  },
  handover: { title: 'Handover complete', usual: { applies: true, threshold: 100, days: 0 } },
  'sign-off': { title: 'Signed by the sponsor', usual: { applies: true, threshold: 0, days: 0 } },
}

/** Every laptop calls the row of a built-in criterion alike, so that their settings meet. */
export const builtInKey = (builtIn: BuiltInCriterion): string => `exit:${builtIn}`

/** What had been agreed on for a built-in criterion at an instant. */
export function termsAt(row: CriterionRow | undefined, builtIn: BuiltInCriterion, at: Instant): Terms {
  const { usual } = builtIns[builtIn]
  if (!row) return usual
  return {
    applies: (toldAt(row, 'applies', at) ?? usual.applies) === true,
    threshold: numberOr(toldAt(row, 'threshold', at), usual.threshold),
    days: Math.min(Math.floor(numberOr(toldAt(row, 'days', at), usual.days)), mostDaysBack),
  }
}

/** Nobody looks back further, whatever a file says. */
export const mostDaysBack = 366

const numberOr = (value: Value, usual: number) => (typeof value === 'number' ? value : usual)

/** Own criteria that there were at an instant, the first written down first. */
export function ownAt(rows: Iterable<CriterionRow>, at: Instant): CriterionRow[] {
  return [...rows]
    .filter((row) => isOwn(row) && begunAt(row) <= at && !isRemovedAt(row, at))
    .sort((a, b) => begunAt(a) - begunAt(b) || (a.key < b.key ? -1 : 1))
}

/** What had been said of an own criterion by then; null where nobody had. */
export function metAt(row: CriterionRow, at: Instant): boolean | null {
  return toldAt(row, 'met', at) as boolean | null
}

const builtInKeys: ReadonlySet<string> = new Set(builtInCriteria.map(builtInKey))
const isOwn = ({ key }: CriterionRow) => !builtInKeys.has(key)

function isRemovedAt(row: CriterionRow, at: Instant): boolean {
  return row.values.removed === true && standsSince(row, 'removed') <= at
}

function toldAt(row: CriterionRow, field: string, at: Instant): Value {
  return momentsOf(row, field).findLast((moment) => moment.at <= at)?.value ?? null
}
