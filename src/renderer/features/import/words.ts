import { choosableEncodings } from '@domain/importing/encodings'
import type { Target } from '@domain/importing/targets'
import { trackerOf } from '@domain/importing/trackers'
import { type SourceName, sourceNames } from '@domain/importing/trackers/tracker'
import type { ValueTarget } from '@domain/importing/value-meaning'
import { channels, issueClasses, issueStatuses, severities } from '@domain/model/issue'
import { fieldLabel } from '@domain/triage/issue-fields'
import { channelWords, classWords, statusWords } from '@domain/triage/words'
import type { Option } from '../../ui/select'

/** What columns can feed that is no field of an issue by the same name. */
const ownWords: Partial<Record<Target, string>> = {
  externalKey: 'Key in the tracker',
  statusCategory: 'Status category',
  resolution: 'Resolution',
  tags: 'Tags',
  comments: 'Comments',
  updatedBy: 'Updated by (history)',
  updateNumber: 'Number of the update (history)',
  ignore: 'Leave out',
}

export function targetLabel(target: Target): string {
  return ownWords[target] ?? fieldLabel(target)
}

export function sourceLabel(source: SourceName): string {
  if (source === 'table') return 'Any other table'
  if (source === 'servicenow-audit') return 'ServiceNow, history of updates'
  return trackerOf(source).label
}

export const sourceOptions: readonly Option<SourceName>[] = sourceNames.map((value) => ({
  value,
  label: sourceLabel(value),
}))

/** Said of a stored source, which a newer version may have written. */
export function storedSourceLabel(source: string | null | undefined): string {
  const known = sourceNames.find((name) => name === source)
  return known ? sourceLabel(known) : (source ?? '')
}

const delimiterWords: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

export function delimiterLabel(delimiter: string): string {
  return delimiterWords[delimiter] ?? `“${delimiter}”`
}

const encodingWords: Readonly<Record<string, string>> = {
  'windows-1252': 'Western European',
  'iso-8859-15': 'Western European',
  'windows-1250': 'Central European',
  'iso-8859-2': 'Central European',
  'windows-1254': 'Turkish',
  'windows-1257': 'Baltic',
  'windows-1251': 'Cyrillic',
  'koi8-r': 'Cyrillic',
  'iso-8859-5': 'Cyrillic',
  'windows-1253': 'Greek',
  'iso-8859-7': 'Greek',
  'windows-1255': 'Hebrew',
  'windows-1256': 'Arabic',
  shift_jis: 'Japanese',
  'euc-jp': 'Japanese',
  'euc-kr': 'Korean',
  gb18030: 'Chinese',
  big5: 'Chinese',
}

/** Encodings to choose from, and in any case the present one. */
export function encodingOptions(present: string): readonly Option[] {
  const names: readonly string[] = choosableEncodings
  return (names.includes(present) ? names : [present, ...names]).map((value) => ({
    value,
    label: encodingWords[value] ? `${encodingWords[value]}, ${value}` : value.toUpperCase(),
  }))
}

/** What a word of the file can be said to mean. Values are text, as a select has them. */
export const meaningOptions: Readonly<Record<ValueTarget, readonly Option[]>> = {
  status: issueStatuses.map((value) => ({ value, label: statusWords[value] })),
  severity: severities.map((value) => ({ value: String(value), label: `Severity ${value}` })),
  class: issueClasses.map((value) => ({ value, label: classWords[value] })),
  channel: channels.map((value) => ({ value, label: channelWords[value] })),
}

const numbers = new Intl.NumberFormat('en-GB')

/** `1,204 issues`, `1 issue`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`
}

export const formatCount = (count: number): string => numbers.format(count)
