import * as z from 'zod/mini'
import { channels, issueClasses, issueStatuses } from '../model/issue'
import { dateOrders } from './dates/date-text'
import { digestOf } from './digest'
import { headerWord } from './header-words'
import { ImportProblem } from './problem'
import type { Table } from './table'
import { sharedTargets, type Target, targets } from './targets'
import { trackerOf } from './trackers'
import { type SourceName, sourceNames } from './trackers/tracker'

const valuesSchema = z.object({
  status: z.optional(z.record(z.string(), z.enum(issueStatuses))),
  severity: z.optional(z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3)]))),
  class: z.optional(z.record(z.string(), z.enum(issueClasses))),
  channel: z.optional(z.record(z.string(), z.enum(channels))),
})

const mappingSchema = z.object({
  source: z.optional(z.enum(sourceNames)),
  system: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  columns: z.record(z.string(), z.nullable(z.enum(targets))),
  values: z.optional(valuesSchema),
  dateOrder: z.optional(z.enum(dateOrders)),
  encoding: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
})

/** Value maps a person has settled: the word in the file → what it means here. */
export type ValueMaps = z.infer<typeof valuesSchema>

/**
 * Which column feeds what. A header stands for all columns that carry it; a header that is not named, or null,
 * is kept as it came. This is also the form of the `--mapping` file.
 */
export interface ColumnMapping {
  readonly source: SourceName
  /** Name of the system the issues come from: first half of their keys. */
  readonly system: string
  readonly columns: Readonly<Record<string, Target | null>>
  readonly values: ValueMaps
  readonly dateOrder?: (typeof dateOrders)[number]
  /** How the file's letters are written, where a person knew better than the file could tell. */
  readonly encoding?: string
}

/** What a header feeds; null when its column is kept as it came. Headers may be called anything, also `constructor`. */
export function targetOf(mapping: ColumnMapping, header: string): Target | null {
  return Object.hasOwn(mapping.columns, header) ? (mapping.columns[header] ?? null) : null
}

/** Stays the same for every export with these columns, whatever the rows: what a remembered mapping is found by. */
export function mappingSignature(table: Table, source: SourceName): string {
  const words = [...new Set(table.headers.map(headerWord))].sort()
  return `${source}:${digestOf(words.join('\n'))}`
}

/**
 * A mapping out of a file or the profile, checked against the table it is for. Headers are found tolerantly.
 * @throws ImportProblem when it is no mapping or names columns that the table does not have.
 */
export function checkMapping(mapping: unknown, table: Table, detected: SourceName = 'table'): ColumnMapping {
  refuseUnreachableKeys(mapping)
  const parsed = z.safeParse(mappingSchema, mapping)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const where = issue?.path.join(' → ') || 'the mapping'
    throw new ImportProblem(
      'bad-mapping',
      `The mapping cannot be used: ${where}: ${issue?.message ?? 'not a mapping'}.`,
      {
        targets,
      },
    )
  }
  const { columns, values, dateOrder, encoding } = parsed.data
  const source = parsed.data.source ?? detected
  const missing: string[] = []
  const feeding = new Map<Target, string>()
  const found: [string, Target | null][] = []
  for (const [name, target] of Object.entries(columns)) {
    const header =
      table.headers.find((one) => one === name) ??
      table.headers.find((one) => headerWord(one) === headerWord(name))
    if (header === undefined) {
      missing.push(name)
      continue
    }
    const other = target === null ? undefined : feeding.get(target)
    if (target !== null && other !== undefined && other !== header && !sharedTargets.has(target)) {
      throw new ImportProblem(
        'bad-mapping',
        `The mapping feeds ${target} from two columns: “${other}” and “${header}”. Keep one.`,
        {
          columns: [other, header],
        },
      )
    }
    if (target !== null) feeding.set(target, header)
    found.push([header, target])
  }
  if (missing.length > 0) {
    throw new ImportProblem(
      'bad-mapping',
      `The mapping names columns that the file does not have: ${missing.join(', ')}. The file has: ${table.headers.slice(0, 40).join(', ')}.`,
      { columns: missing },
    )
  }
  return {
    source,
    system: parsed.data.system ?? trackerOf(source).system,
    columns: Object.fromEntries(found),
    values: values ?? {},
    ...(dateOrder && { dateOrder }),
    ...(encoding && { encoding }),
  }
}

/** A key that objects have by themselves is passed over by whatever reads them: better refused than lost. */
function refuseUnreachableKeys(part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  for (const [key, value] of Object.entries(part)) {
    if (key === '__proto__' && value !== null) {
      throw new ImportProblem(
        'bad-mapping',
        'The mapping cannot be used: a column or word called “__proto__” cannot be mapped. Leave it out; such a column is kept as it came.',
        { key },
      )
    }
    refuseUnreachableKeys(value)
  }
}
