import { begunAt } from '../merge/apply'
import type { Row } from '../merge/row'
import { fieldProblem, type Risk } from '../model/entities'
import { type RiskGrade, type RiskStatus, riskGrades, riskStatuses } from '../model/risk'
import type { Instant } from '../model/value'
import type { Day } from '../time/day'
import { type Planned, planned, type Refused, refused } from '../triage/plan'

export type RiskRow = Row<Risk>

export const gradeWords: Readonly<Record<RiskGrade, string>> = { low: 'Low', medium: 'Medium', high: 'High' }

export const riskStatusWords: Readonly<Record<RiskStatus, string>> = {
  open: 'Open',
  accepted: 'Accepted',
  happened: 'Has happened',
  closed: 'Closed',
}

/** How much a risk presses: likelihood against impact; undefined while one of the two is not told. */
export function exposureOf({ likelihood, impact }: Risk): RiskGrade | undefined {
  if (!likelihood || !impact) return undefined
  const product = (riskGrades.indexOf(likelihood) + 1) * (riskGrades.indexOf(impact) + 1)
  if (product >= 6) return 'high'
  return product >= 3 ? 'medium' : 'low'
}

export const isOver = ({ status }: Risk): boolean => status === 'closed' || status === 'happened'

/** Whether somebody should have looked at it again by now. */
export const isReviewDue = (risk: Risk, today: Day): boolean =>
  !isOver(risk) && risk.reviewOn != null && risk.reviewOn <= today

/** Those that are not over, what presses most first. */
export function openRisks(rows: Iterable<RiskRow>): RiskRow[] {
  return standing(rows)
    .filter(({ values }) => !isOver(values))
    .sort(
      (a, b) =>
        pressure(b.values) - pressure(a.values) || begunAt(a) - begunAt(b) || (a.key < b.key ? -1 : 1),
    )
}

/** Those that are over, the latest first. */
export function pastRisks(rows: Iterable<RiskRow>): RiskRow[] {
  return standing(rows)
    .filter(({ values }) => isOver(values))
    .sort((a, b) => (b.values.endedAt ?? 0) - (a.values.endedAt ?? 0) || (a.key < b.key ? -1 : 1))
}

const standing = (rows: Iterable<RiskRow>) => [...rows].filter(({ values }) => values.removed !== true)

function pressure(risk: Risk): number {
  const exposure = exposureOf(risk)
  return exposure === undefined ? -1 : riskGrades.indexOf(exposure)
}

/** What somebody types about a risk. `reviewOn` is a day or ''. */
export interface RiskText {
  readonly title: string
  readonly detail: string
  readonly likelihood: RiskGrade | null
  readonly impact: RiskGrade | null
  readonly owner: string | null
  readonly mitigation: string
  readonly reviewOn: string
}

const orNothing = (text: string) => text.trim() || null

/** Writes down a risk, or changes what was written of one. `key` is the row's, or a fresh random one. */
export function writeRisk(
  key: string,
  typed: RiskText,
  standing: RiskRow | undefined,
  now: Instant,
): Planned | Refused {
  const title = typed.title.trim()
  if (title === '') return refused('Say what may go wrong.')
  if (fieldProblem('risk', 'title', title)) return refused('That is too long for one line.')
  const { likelihood, impact, owner } = typed
  const label = standing ? `Risk “${title}” changed` : `Risk “${title}” written down`
  const fields = {
    title,
    detail: orNothing(typed.detail),
    likelihood,
    impact,
    owner,
    mitigation: orNothing(typed.mitigation),
    reviewOn: typed.reviewOn === '' ? null : typed.reviewOn,
  }
  const begun = standing ? {} : { status: 'open', raisedAt: now }
  return planned(label, [{ entity: 'risk', key, fields: { ...changed(fields, standing), ...begun } }])
}

/** Only what differs is written, so that two laptops may change one risk in two fields. */
function changed<F extends Partial<Risk>>(fields: F, standing: RiskRow | undefined) {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => (standing?.values[field as keyof Risk] ?? null) !== value,
    ),
  )
}

export function setRiskStatus({ key, values }: RiskRow, status: RiskStatus, now: Instant): Planned {
  const endedAt = isOver({ status }) ? now : null
  return planned(`Risk “${values.title ?? ''}”: ${riskStatusWords[status].toLowerCase()}`, [
    { entity: 'risk', key, fields: { status, endedAt } },
  ])
}

/** Round all statuses, one after the other. */
export function nextRiskStatus({ status }: Risk): RiskStatus {
  const place = riskStatuses.indexOf(status ?? 'open')
  return riskStatuses[(place + 1) % riskStatuses.length] ?? 'open'
}

export function removeRisk({ key, values }: RiskRow): Planned {
  return planned(`Risk “${values.title ?? ''}” removed`, [{ entity: 'risk', key, fields: { removed: true } }])
}
