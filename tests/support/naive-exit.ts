import { policyHistory } from '@domain/clocks/policy'
import type { Replica } from '@domain/merge/replica'
import type { IssueStatus, Rescue, Severity } from '@domain/model/issue'
import type { Fields, Instant } from '@domain/model/value'
import { readAsOf } from '@domain/reporting/reading'
import { judgedClocks } from '@domain/reporting/service-levels'
import { Temporal } from 'temporal-polyfill'

const hour = 60 * 60_000

/** What somebody wrote of an issue, and when; everything happens on whole hours. */
export interface Write {
  readonly at: Instant
  readonly key: string
  readonly fields: Fields
}

export interface NaiveTerms {
  readonly zone: string
  readonly quietDays: number
  readonly mostOpen: number
  readonly aDay: number
  readonly arrivalDays: number
  readonly alonePercent: number
  readonly aloneDays: number
  readonly clockPercent: number
  readonly clockDays: number
}

export type NaiveStates = Readonly<Record<string, 'met' | 'not-met' | 'unmeasured'>>

/** The criteria of a day the long way: every issue is asked hour by hour what it was, out of what was written alone. */
export function naiveStates(
  writes: readonly Write[],
  replica: Replica,
  goLive: Instant,
  at: Instant,
  terms: NaiveTerms,
): NaiveStates {
  const all = [...new Set(writes.map(({ key }) => key))]
    .map((key) => lifeOf(writes.filter((write) => write.key === key)))
    .filter(({ raised }) => raised <= at)
  const none = { 'no-new-severe': 'unmeasured', 'open-severe': 'unmeasured', arrivals: 'unmeasured' } as const
  if (all.length === 0 || goLive > at)
    return { ...none, 'steady-state-alone': 'unmeasured', 'clocks-kept': 'unmeasured' }
  const back = (days: number) => Math.max(shifted(at, -days, terms.zone), goLive - 1)
  const isWithdrawn = (life: Life) => ['declined', 'duplicate'].includes(life.status(at))
  const raisedSince = (since: Instant) => all.filter(({ raised }) => raised > since)
  const state = (isMet: boolean) => (isMet ? 'met' : 'not-met')

  let lastSevere = goLive
  for (const life of all.filter((one) => !isWithdrawn(one)))
    for (let hourly = life.raised; hourly <= at; hourly += hour)
      if (hourly >= goLive && becameSevere(life, hourly)) lastSevere = Math.max(lastSevere, hourly)

  const open = all.filter((life) => isOpen(life.status(at)) && isSevere(life.severity(at)))
  const arrived = raisedSince(back(terms.arrivalDays)).filter((life) => !isWithdrawn(life))
  const told = raisedSince(back(terms.aloneDays)).filter(
    (life) => ['resolved', 'closed'].includes(life.status(at)) && life.rescue(at) !== null,
  )
  const alone = told.filter((life) => life.rescue(at) === 'steady-state-alone')
  const policies = policyHistory(replica.rows('engagement').get('engagement'))
  const context = { now: at, policies, commentedAt: () => undefined }
  const judged = readAsOf(replica, at).issues.flatMap((issue) =>
    judgedClocks(issue, back(terms.clockDays), context),
  )
  const kept = judged.filter(({ met }) => met)
  return {
    'no-new-severe': state(at >= shifted(lastSevere, terms.quietDays, terms.zone)),
    'open-severe': state(open.every((life) => life.severity(at) === 2) && open.length <= terms.mostOpen),
    arrivals:
      at < shifted(goLive, terms.arrivalDays, terms.zone)
        ? 'unmeasured'
        : state(arrived.length <= terms.aDay * terms.arrivalDays),
    'steady-state-alone':
      told.length === 0 ? 'unmeasured' : state(100 * alone.length >= terms.alonePercent * told.length),
    'clocks-kept':
      judged.length === 0 ? 'unmeasured' : state(100 * kept.length >= terms.clockPercent * judged.length),
  }
}

/** What the same clock on the wall shows so many days on. */
export function shifted(at: Instant, days: number, zone: string): Instant {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return zoned.toPlainDateTime().add({ days }).toZonedDateTime(zone).epochMilliseconds
}

interface Life {
  readonly raised: Instant
  status(at: Instant): IssueStatus
  severity(at: Instant): Severity | null
  rescue(at: Instant): Rescue | null
}

function lifeOf(writes: readonly Write[]): Life {
  const raised = Math.min(...writes.map(({ at }) => at))
  const said = (field: string) => writes.filter(({ fields }) => fields[field] !== undefined)
  const last = (field: string, at: Instant) =>
    said(field).reduce<Write | undefined>(
      (found, write) => (write.at <= at && (!found || write.at >= found.at) ? write : found),
      undefined,
    )?.fields[field]
  const first = [...said('severity')].sort((a, b) => a.at - b.at)[0]?.fields.severity
  return {
    raised,
    status: (at) => (last('status', at) ?? 'new') as IssueStatus,
    severity: (at) => (last('severity', at) ?? first ?? null) as Severity | null,
    rescue: (at) => (last('rescue', at) ?? null) as Rescue | null,
  }
}

const isOpen = (status: IssueStatus) => !['resolved', 'closed', 'declined', 'duplicate'].includes(status)
const isSevere = (severity: Severity | null) => severity === 1 || severity === 2

function becameSevere(life: Life, at: Instant): boolean {
  if (!isSevere(life.severity(at))) return false
  if (at === life.raised) return true
  if (!isOpen(life.status(at))) return false
  if (!isOpen(life.status(at - hour))) return true
  return (life.severity(at - hour) ?? 9) > (life.severity(at) ?? 9)
}
