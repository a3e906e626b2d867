import type { Row } from '../merge/row'
import type { ReportAudience } from '../model/entities'
import type { Fields } from '../model/value'
import { counted, listed } from './words'

/** What readers of a report are not told. */
export interface Withholding {
  readonly names: boolean
  readonly units: boolean
  /** Fields of issues, by name; `column:HEADER` for imported ones. */
  readonly fields: readonly string[]
}

export const nothing: Withholding = { names: false, units: false, fields: [] }
export const namesAlone: Withholding = { names: true, units: false, fields: [] }
export const namesAndUnits: Withholding = { names: true, units: true, fields: [] }

/** Readers that every engagement has, by what stands for them where one is chosen. */
export const builtInAudiences = {
  everybody: { label: 'Everybody', withholding: nothing },
  'without-names': { label: 'Without names', withholding: namesAlone },
  'without-names-and-units': { label: 'Without names and units', withholding: namesAndUnits },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly withholding: Withholding }>>

export type BuiltInAudience = keyof typeof builtInAudiences
export const isBuiltIn = (chosen: string): chosen is BuiltInAudience =>
  Object.hasOwn(builtInAudiences, chosen)

export type ReportAudienceRow = Row<ReportAudience>

/** Fields of issues that can be marked as withheld: those whose contents a report prints or a text may repeat. */
export const markableFields = [
  'title',
  'component',
  'processArea',
  'workaround',
  'externalKey',
  'externalSystem',
] as const

const prefix = 'withheld:'

export function withholdingOf(values: Pick<ReportAudience, 'namesWithheld' | 'unitsWithheld'>): Withholding {
  return {
    names: values.namesWithheld === true,
    units: values.unitsWithheld === true,
    fields: Object.entries(values)
      .filter(([field, value]) => field.startsWith(prefix) && value === true)
      .map(([field]) => field.slice(prefix.length))
      .sort(),
  }
}

/** The same as fields of a row. */
export function withholdingFields({ names, units, fields }: Withholding): Fields {
  return {
    namesWithheld: names,
    unitsWithheld: units,
    ...Object.fromEntries(fields.map((field) => [prefix + field, true])),
  }
}

export function standingAudiences(rows: Iterable<ReportAudienceRow>): ReportAudienceRow[] {
  return [...rows]
    .filter(({ values }) => values.removed !== true)
    .sort((a, b) => nameOfAudience(a).localeCompare(nameOfAudience(b), 'en') || (a.key < b.key ? -1 : 1))
}

export const nameOfAudience = ({ key, values }: ReportAudienceRow): string => values.name || key

/**
 * Who is meant, by key or by name; undefined where there is no such audience here. Of a choice made in another
 * engagement nobody can tell what was to be withheld.
 */
export function audienceNamed(
  rows: ReadonlyMap<string, ReportAudienceRow>,
  chosen: string,
): Withholding | undefined {
  if (isBuiltIn(chosen)) return builtInAudiences[chosen].withholding
  const standing = standingAudiences(rows.values())
  const fold = (text: string) => text.trim().toLocaleLowerCase('en')
  const found =
    standing.find(({ key }) => key === chosen) ??
    standing.find((row) => fold(nameOfAudience(row)) === fold(chosen))
  return found && withholdingOf(found.values)
}

/** `names, units and 2 fields withheld`; '' where nothing is. */
export function withheldText({ names, units, fields }: Withholding): string {
  const parts = [
    names && 'names',
    units && 'units',
    fields.length > 0 && counted(fields.length, 'field'),
  ].filter((part) => part !== false)
  return parts.length === 0 ? '' : `${listed(parts)} withheld`
}
