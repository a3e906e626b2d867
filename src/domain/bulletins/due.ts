import { begunAt } from '../merge/apply'
import type { Instant } from '../model/value'
import { addDays, type Day, weekdayOf } from '../time/day'
import { instantAtWall } from '../time/wall'
import { dayOf, startOfDay } from '../time/zone'
import { elementsOf } from './public-issue'
import { type AudienceRow, type SendingRow, sendingsTo } from './published'

/** A bulletin that an audience waits for, or will. */
export interface DueBulletin {
  readonly audience: string
  readonly name: string
  readonly dueAt: Instant
}

const week = 7

/**
 * The last time at which an audience's bulletin was due, where none has answered it: one sent on the same day, even
 * before the time, does, and so does any later one. An audience is owed nothing from before it was written down.
 */
export function overdueBulletin(
  audience: AudienceRow,
  sendings: readonly SendingRow[],
  now: Instant,
  zone: string,
): DueBulletin | undefined {
  const today = dayOf(now, zone)
  for (let back = 0; back <= week; back++) {
    const day = addDays(today, -back)
    const dueAt = dueOn(audience, day, zone)
    if (dueAt === undefined || dueAt > now) continue
    if (dueAt < begunAt(audience) || isAnswered(audience, sendings, day, zone)) return undefined
    return dueOf(audience, dueAt)
  }
  return undefined
}

/** Every audience that is owed one, by name. Of one alone no order is asked, and the first such costs a start dear. */
export function overdueBulletins(
  audiences: Iterable<AudienceRow>,
  sendings: readonly SendingRow[],
  now: Instant,
  zone: string,
): DueBulletin[] {
  const owed = [...audiences].filter((audience) => overdueBulletin(audience, sendings, now, zone))
  return audiencesOf(owed).flatMap((audience) => overdueBulletin(audience, sendings, now, zone) ?? [])
}

/** When the next one is due that nothing has answered yet. */
export function nextBulletin(
  audience: AudienceRow,
  sendings: readonly SendingRow[],
  now: Instant,
  zone: string,
): DueBulletin | undefined {
  const today = dayOf(now, zone)
  for (let ahead = 0; ahead <= week; ahead++) {
    const day = addDays(today, ahead)
    const dueAt = dueOn(audience, day, zone)
    if (dueAt === undefined || dueAt <= now) continue
    if (ahead === 0 && isAnswered(audience, sendings, day, zone)) continue
    return dueOf(audience, dueAt)
  }
  return undefined
}

/** A time at which a bulletin was due, and the first that went out on that day by then, where one did. */
export interface KeptDue {
  readonly dueAt: Instant
  readonly sentBy: SendingRow | undefined
}

/** Every time within a stretch at which an audience's bulletin was due, the first first. */
export function dueWithin(
  audience: AudienceRow,
  sendings: readonly SendingRow[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
  zone: string,
): KeptDue[] {
  const sent = sendingsTo(audience.key, sendings)
  const found: KeptDue[] = []
  for (let day = dayOf(from, zone); day <= dayOf(to, zone); day = addDays(day, 1)) {
    const dueAt = dueOn(audience, day, zone)
    if (dueAt === undefined || dueAt <= from || dueAt > to || dueAt < begunAt(audience)) continue
    const begins = startOfDay(day, zone)
    const isInTime = ({ values: { sentAt } }: SendingRow) =>
      sentAt != null && sentAt >= begins && sentAt <= dueAt
    found.push({ dueAt, sentBy: sent.findLast(isInTime) })
  }
  return found
}

/** Every audience that is there, by name. */
export function audiencesOf(audiences: Iterable<AudienceRow>): AudienceRow[] {
  return [...audiences]
    .filter(({ values }) => values.removed !== true)
    .sort((a, b) => audienceName(a).localeCompare(audienceName(b), 'en') || (a.key < b.key ? -1 : 1))
}

export const audienceName = ({ key, values }: AudienceRow) => values.name || key

function dueOn({ values }: AudienceRow, day: Day, zone: string): Instant | undefined {
  if (!values.dueTime || !elementsOf(values, 'due:').includes(weekdayOf(day))) return undefined
  return instantAtWall(`${day}T${values.dueTime}`, zone)
}

function isAnswered({ key }: AudienceRow, sendings: readonly SendingRow[], day: Day, zone: string): boolean {
  const [last] = sendingsTo(key, sendings)
  return (last?.values.sentAt ?? Number.NEGATIVE_INFINITY) >= startOfDay(day, zone)
}

function dueOf(audience: AudienceRow, dueAt: Instant): DueBulletin {
  return { audience: audience.key, name: audienceName(audience), dueAt }
}
