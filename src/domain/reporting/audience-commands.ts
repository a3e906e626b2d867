import type { ReportAudience } from '../model/entities'
import type { Fields } from '../model/value'
import { listColumn } from '../triage/list-columns'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import {
  builtInAudiences,
  nameOfAudience,
  type ReportAudienceRow,
  standingAudiences,
  type Withholding,
  withholdingFields,
  withholdingOf,
} from './withholding'

/** An audience as somebody fills it in. */
export interface AudienceForm extends Withholding {
  readonly name: string
}

export const emptyAudience: AudienceForm = { name: '', names: true, units: false, fields: [] }

export function audienceForm(row: ReportAudienceRow): AudienceForm {
  return { name: row.values.name ?? '', ...withholdingOf(row.values) }
}

const longestName = 200
const fold = (text: string) => text.trim().toLocaleLowerCase('en')

/** Writes an audience, a new one under a fresh key or what has changed of a standing one. */
export function saveAudience(
  key: string,
  form: AudienceForm,
  rows: ReadonlyMap<string, ReportAudienceRow>,
): Planned | Refused {
  const name = form.name.normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (name === '') return refused('An audience needs a name.')
  if (name.length > longestName) return refused(`A name can have ${longestName} characters at most.`)
  const others = standingAudiences(rows.values()).filter((row) => row.key !== key)
  const builtIn = Object.values(builtInAudiences).map(({ label }) => label)
  const taken: readonly string[] = [
    ...Object.keys(builtInAudiences),
    ...builtIn,
    ...others.map(nameOfAudience),
  ]
  if (taken.some((other) => fold(other) === fold(name)))
    return refused('There is an audience of this name already.')
  if (!form.names && !form.units && form.fields.length === 0)
    return refused('Say what is withheld: names, units, or a field.')
  const standing = rows.get(key)
  const values: ReportAudience = standing?.values ?? {}
  const before = standing ? withholdingOf(values).fields : []
  const wanted: Fields = {
    name,
    ...Object.fromEntries(before.map((field) => [`withheld:${field}`, false])),
    ...withholdingFields(form),
  }
  const fields: Fields = {}
  for (const [field, value] of Object.entries(wanted))
    if (values[field as keyof ReportAudience] !== value) fields[field] = value
  const label = `Audience ${name} ${standing ? 'changed' : 'added'}`
  return planned(label, [{ entity: 'reportAudience', key, fields }])
}

export function removeAudience(row: ReportAudienceRow): Planned {
  return planned(`Audience ${nameOfAudience(row)} removed`, [
    { entity: 'reportAudience', key: row.key, fields: { removed: true } },
  ])
}

/** What people call a field that can be marked. */
export const fieldName = (field: string): string =>
  field === 'workaround' ? 'Workaround' : (listColumn(field)?.label ?? field)
