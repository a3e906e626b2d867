import * as z from 'zod/mini'
import { canonicalJson } from '../merge/canonical-json'
import type { Intent } from '../merge/intent'
import type { Row } from '../merge/row'
import type { SavedReport } from '../model/entities'
import type { Instant } from '../model/value'
import { formatInstant } from '../time/format'
import type { Figure } from './figure'
import type { Period } from './period'
import type { ReportKind } from './report-kind'

/** The report that a later one of its kind is held against. */
export interface LastReport {
  readonly asOf: Instant
  /** By the id of their figure, as they were told then. */
  readonly values: ReadonlyMap<string, number | null>
}

export type SavedReportRow = Row<SavedReport>

const valuesSchema = z.record(z.string(), z.nullable(z.number()))

/**
 * The last report of a kind that had been saved by then. One that was saved less than half a period before is a draft
 * of the same one: to be held against it would tell of nothing.
 */
export function lastReport(
  saved: Iterable<SavedReportRow>,
  kind: ReportKind,
  asOf: Instant,
  { length }: Period,
): LastReport | undefined {
  let last: LastReport | undefined
  for (const { values } of saved) {
    const { removed, savedAt, asOf: told, figures } = values
    if (removed === true || values.kind !== kind || told == null || savedAt == null) continue
    if (savedAt > asOf || told > asOf - length / 2 || told <= (last?.asOf ?? -Infinity)) continue
    const read = readValues(figures)
    if (read) last = { asOf: told, values: read }
  }
  return last
}

/** A report, and the one before it. */
interface Compared {
  readonly kind: ReportKind
  readonly period: Period
  readonly zone: string
  readonly last: LastReport | undefined
}

/** What the headline figures of a report are held against. */
export function heldAgainst({ last, period, zone, kind }: Compared): string {
  return last ? `the ${kind} report of ${formatInstant(last.asOf, zone)}` : period.earlier
}

/** The same for all of a page, once. */
export function comparisonText(compared: Compared): string {
  const none = compared.last ? '' : `; no earlier ${compared.kind} report was saved`
  return `Changes are against ${heldAgainst(compared)}${none}.`
}

export interface ToRemember {
  readonly kind: ReportKind
  readonly asOf: Instant
  readonly figures: readonly Pick<Figure, 'id' | 'value' | 'trend'>[]
  readonly now: Instant
}

/** Keeps what the headline figures of a report said; nothing where that is kept already. */
export function rememberReport(
  { kind, asOf, figures, now }: ToRemember,
  saved: ReadonlyMap<string, SavedReportRow>,
): Intent[] {
  const key = `${kind}:${asOf}`
  const headlines = figures.filter(({ trend }) => trend !== undefined)
  const told = canonicalJson(Object.fromEntries(headlines.map(({ id, value }) => [id, value])))
  const before = saved.get(key)?.values
  if (before?.figures === told && before.removed !== true) return []
  return [
    {
      entity: 'savedReport',
      key,
      fields: { kind, asOf, savedAt: now, figures: told, removed: false },
    },
  ]
}

export function reportSavedLabel(kind: ReportKind): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} report saved`
}

/** What was stored, possibly by another program; undefined where it is not readable. */
function readValues(stored: string | null | undefined): ReadonlyMap<string, number | null> | undefined {
  if (!stored) return undefined
  try {
    const parsed = z.safeParse(valuesSchema, JSON.parse(stored))
    return parsed.success ? new Map(Object.entries(parsed.data)) : undefined
  } catch {
    return undefined
  }
}
