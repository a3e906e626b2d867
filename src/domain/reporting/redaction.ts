import type { Replica } from '../merge/replica'
import type { Row } from '../merge/row'
import type { Decision, Issue, Patch } from '../model/entities'
import type { Value } from '../model/value'
import { redactNames, withheldName } from './redacted-names'
import { redactPhrases } from './redacted-phrases'
import { unitsIn } from './redacted-units'
import type { Redact } from './redacting'
import type { Withholding } from './withholding'

/** What stands where a unit stood, and where the contents of a marked field did. */
export const withheldUnit = '[unit]'
export const withheldField = '[withheld]'

/** How texts read for somebody who may not read everything. */
export interface Redaction {
  readonly withholding: Withholding
  /** Whatever somebody typed, or a file brought. */
  readonly text: Redact
  /** The name of somebody, whether the engagement knows them or not. */
  readonly person: Redact
  /** The name of a department, a business unit or a site. */
  readonly unit: Redact
  readonly issue: (row: Row<Issue>) => Row<Issue>
}

/** Undefined where nothing is withheld. */
export function redactionOf(replica: Replica, withholding: Withholding): Redaction | undefined {
  const { names, units, fields } = withholding
  const parts: Redact[] = []
  if (fields.length > 0) parts.push(redactPhrases(contentsOf(replica, fields), withheldField))
  if (units) parts.push(redactPhrases(unitsIn(replica), withheldUnit))
  if (names) parts.push(redactNames(replica))
  if (parts.length === 0) return undefined
  const text: Redact = (said) => parts.reduce((left, redact) => redact(left), said)
  return {
    withholding,
    text,
    person: names ? (name) => name && withheldName : text,
    unit: units ? (name) => name && withheldUnit : text,
    issue: (row) => redactedIssue(row, text, new Set(fields)),
  }
}

/** Everything that stands in the marked fields of any issue: other texts may repeat it. */
function contentsOf(replica: Replica, fields: readonly string[]): Set<string> {
  const contents = new Set<string>()
  for (const { values } of replica.rows('issue').values()) {
    for (const field of fields) {
      const value: Value | undefined = values[field as keyof Issue]
      if (typeof value === 'string' || typeof value === 'number') contents.add(String(value))
    }
  }
  return contents
}

/** What the pages print of an issue as it stands in its row. */
const printed = ['title', 'component', 'processArea', 'externalKey'] as const

/** An issue whose printed texts say nothing that is withheld. */
function redactedIssue(row: Row<Issue>, redact: Redact, fields: ReadonlySet<string>): Row<Issue> {
  const changed: Partial<Record<(typeof printed)[number], string>> = {}
  for (const field of printed) {
    const text = row.values[field]
    if (!text) continue
    const told = fields.has(field) ? withheldField : redact(text)
    if (told !== text) changed[field] = told
  }
  return Object.keys(changed).length === 0 ? row : { ...row, values: { ...row.values, ...changed } }
}

export function redactedDecision(row: Row<Decision>, { text, person }: Redaction): Row<Decision> {
  const { title, askedOf } = row.values
  const told = { ...(title && { title: text(title) }), ...(askedOf && { askedOf: person(askedOf) }) }
  return { ...row, values: { ...row.values, ...told } }
}

/** Why a patch was rolled back is typed by people, who may name people. */
export function redactedPatch(row: Row<Patch>, redact: Redact): Row<Patch> {
  const { name, rollbackReason } = row.values
  const told = {
    ...(name && { name: redact(name) }),
    ...(rollbackReason && { rollbackReason: redact(rollbackReason) }),
  }
  return { ...row, values: { ...row.values, ...told } }
}
