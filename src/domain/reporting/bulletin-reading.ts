import { audienceName, dueWithin, type KeptDue } from '../bulletins/due'
import { publicWords } from '../bulletins/public-fields'
import { type AudienceRow, type SendingRow, wasSent } from '../bulletins/published'
import { begunAt, standsSince } from '../merge/apply'
import type { Replica } from '../merge/replica'
import type { Instant } from '../model/value'
import type { IssueReading } from './issue-reading'
import type { Reading } from './reading'
import type { Redact } from './redacting'

/** What one audience was told within a report's period. */
export interface AudienceReading {
  readonly row: AudienceRow
  readonly name: string
  /** The first first. */
  readonly sent: readonly SendingRow[]
  readonly due: readonly KeptDue[]
  /** When it was last told anything, within the period or before. */
  readonly lastAt: Instant | undefined
}

/** What a report reads of what users are told. */
export interface BulletinReading {
  /** By name. */
  readonly audiences: readonly AudienceReading[]
  /** Open issues that any bulletin told of, up to the instant of the report. */
  readonly told: readonly IssueReading[]
  /** Those of them for which users have a workaround in their own words. */
  readonly helped: readonly IssueReading[]
}

type Period = Pick<Reading, 'asOf' | 'since' | 'zone' | 'open'>

/** As of an instant: what was sent and when is known; who is to be told on which days only as it is now. */
export function readBulletins(
  replica: Replica,
  { asOf, since, zone, open }: Period,
  redact: Redact | undefined,
): BulletinReading {
  const sent = [...replica.rows('bulletinSending').values()]
    .filter(({ values }) => wasSent(values) && sentAt(values) <= asOf)
    .sort((a, b) => sentAt(a.values) - sentAt(b.values) || (a.key < b.key ? -1 : 1))
  const told = new Set(sent.flatMap(({ values }) => toldIn(values)))
  const toldOpen = open.filter(({ row }) => told.has(row.key))
  return {
    audiences: [...replica.rows('audience').values()]
      .filter((row) => begunAt(row) <= asOf && isThere(row, asOf))
      .map((row) => {
        const own = sent.filter(({ values }) => values.audience === row.key)
        const name = audienceName(row)
        return {
          row,
          name: redact ? redact(name) : name,
          sent: own.filter(({ values }) => sentAt(values) > since),
          due: dueWithin(row, own, { from: since, to: asOf }, zone),
          lastAt: own.at(-1)?.values.sentAt ?? undefined,
        }
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.row.key < b.row.key ? -1 : 1)),
    told: toldOpen,
    helped: toldOpen.filter(({ row }) => Boolean(publicWords(row.values).publicWorkaround?.trim())),
  }
}

/** Addresses to which bulletins went, each once; none where they went out by another way. */
export function addressesOf(sent: readonly SendingRow[]): ReadonlySet<string> {
  const addresses = sent.flatMap(({ values }) => (values.to ?? '').split('\n'))
  return new Set(addresses.map((address) => address.trim().toLowerCase()).filter(Boolean))
}

/** Keys of the issues that a bulletin told of. */
export function toldIn(values: SendingRow['values']): string[] {
  return Object.keys(values)
    .filter((field) => field.startsWith('told:') && values[field as `told:${string}`] != null)
    .map((field) => field.slice('told:'.length))
}

const sentAt = (values: SendingRow['values']) => values.sentAt ?? Number.NEGATIVE_INFINITY

function isThere(row: AudienceRow, asOf: Instant): boolean {
  return row.values.removed !== true || standsSince(row, 'removed') > asOf
}
