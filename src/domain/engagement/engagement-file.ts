import * as z from 'zod/mini'
import { weekdays } from '../model/engagement'
import type { Engagement } from '../model/entities'
import { issueStatuses } from '../model/issue'
import type { Value } from '../model/value'
import { isZone, startOfDay } from '../time/zone'

/** An engagement file that cannot be used; the message says which part and why. */
export class EngagementFileProblem extends Error {}

const text = z.string().check(z.minLength(1), z.maxLength(500))
const dayText = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-12-04'))
const instantText = z
  .string()
  .check(
    z.refine(
      (value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) && !Number.isNaN(Date.parse(value)),
      'must be an instant such as 2026-11-02T07:00:00Z',
    ),
  )
const minutes = z.optional(z.number().check(z.gte(0)))
const hoursText = z.nullable(
  z
    .string()
    .check(z.regex(/^$|^\d\d:\d\d-\d\d:\d\d( \d\d:\d\d-\d\d:\d\d)*$/, 'must be hours such as 08:00-18:00')),
)

const severitySchema = z.object({
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  name: z.optional(text),
  acknowledgeMinutes: minutes,
  updateMinutes: minutes,
  resolveMinutes: minutes,
  calendar: z.optional(z.enum(['always', 'support'])),
})

const engagementFile = z.object({
  name: text,
  client: z.optional(text),
  system: z.optional(text),
  sponsor: z.optional(text),
  zone: z.optional(z.string().check(z.refine(isZone, 'is not a time zone such as Europe/Berlin'))),
  goLive: z.optional(z.union([instantText, dayText])),
  plannedEnd: z.optional(z.union([dayText, instantText])),
  calendar: z.optional(
    z.object({
      hours: z.optional(z.partialRecord(z.enum(weekdays), hoursText)),
      holidays: z.optional(z.union([z.array(dayText), z.record(dayText, z.string())])),
      extended: z.optional(z.record(dayText, hoursText)),
    }),
  ),
  severities: z.optional(z.array(severitySchema)),
  pauses: z.optional(z.array(z.enum(issueStatuses))),
})

/** Other spellings that people write; the file's own word stays the shorter one. */
const spellings: Readonly<Record<string, string>> = {
  'go-live': 'goLive',
  goLiveAt: 'goLive',
  go_live: 'goLive',
  'planned-end': 'plannedEnd',
  plannedEndOn: 'plannedEnd',
  planned_end: 'plannedEnd',
  timeZone: 'zone',
  timezone: 'zone',
}

/**
 * The values of an engagement out of its file: `{name, client, system, sponsor, zone, goLive, plannedEnd,
 * calendar: {hours: {mon: "08:00-18:00"}, holidays: {"2026-12-25": "Christmas"}, extended: {"2026-11-28": "08:00-12:00"}},
 * severities: [{level, name, acknowledgeMinutes, updateMinutes, resolveMinutes, calendar}], pauses: ["on-hold"]}`. Only
 * `name` is needed.
 * @throws EngagementFileProblem
 */
export function readEngagementFile(input: unknown): Engagement & { name: string; zone: string } {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new EngagementFileProblem('The engagement file must hold one JSON object.')
  const renamed = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [spellings[name] ?? name, value]),
  )
  const parsed = z.safeParse(engagementFile, renamed)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new EngagementFileProblem(
      `The engagement file cannot be used: “${issue?.path.join('.') ?? ''}” ${issue?.message ?? 'is wrong'}.`,
    )
  }
  const { calendar, severities, pauses, goLive, plannedEnd, zone = 'UTC', ...names } = parsed.data
  const values: Record<string, Value> = {}
  for (const weekday of weekdays) {
    const hours = calendar?.hours?.[weekday]
    if (hours !== undefined) values[`hours.${weekday}`] = hours
    else if (calendar?.hours) values[`hours.${weekday}`] = ''
  }
  const { holidays = [] } = calendar ?? {}
  for (const [day, name] of Array.isArray(holidays)
    ? holidays.map((day): [string, string] => [day, 'Holiday'])
    : Object.entries(holidays))
    values[`holiday:${day}`] = name
  for (const [day, hours] of Object.entries(calendar?.extended ?? {})) values[`extended:${day}`] = hours
  if (pauses) for (const status of issueStatuses) values[`pauses:${status}`] = pauses.includes(status)
  for (const { level, ...policy } of severities ?? [])
    for (const [name, value] of Object.entries(policy))
      if (value !== undefined) values[`severity.${level}.${name}`] = value
  if (goLive !== undefined)
    values.goLiveAt = goLive.length > 10 ? Date.parse(goLive) : startOfDay(goLive, zone)
  if (plannedEnd !== undefined) values.plannedEndOn = plannedEnd.slice(0, 10)
  return { ...names, zone, ...values } as Engagement & { name: string; zone: string }
}
