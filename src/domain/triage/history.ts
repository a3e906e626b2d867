import { effectiveAt, isImported, type Operation } from '../merge/operation'
import type { Instant, Value } from '../model/value'
import { fieldLabel, fieldText, type Telling } from './issue-fields'
import { parseLink } from './links'

/** One write to an issue as people read it. */
export interface HistoryEntry {
  readonly stamp: string
  readonly at: Instant
  readonly by: string
  readonly imported: boolean
  /** “Severity 3 → 1”, one per field. */
  readonly sentences: readonly string[]
}

/** Longer values are told by their beginning: history is read down, not across. */
const longestTold = 120
const addedAndTakenOff = /^(tag|affected|merged|link):/
const longTexts: ReadonlySet<string> = new Set(['description', 'workaround', 'fixNote'])

/** The story of an issue from its operations (oldest first), latest entry first. */
export function historyEntries(operations: readonly Operation[], telling: Telling): HistoryEntry[] {
  const standing = new Map<string, Value>()
  const entries: HistoryEntry[] = []
  for (const [index, operation] of operations.entries()) {
    const sentences = index === 0 ? [beginning(operation)] : []
    for (const [field, value] of Object.entries(operation.fields)) {
      const before = standing.get(field) ?? null
      standing.set(field, value)
      // The text itself is told, and says who is mentioned.
      if (field.startsWith('mention:')) continue
      if (index > 0 && before !== value) sentences.push(sentence(field, before, value, telling))
    }
    if (sentences.length === 0) continue
    entries.push({
      stamp: operation.stamp,
      at: effectiveAt(operation),
      by: operation.by,
      imported: isImported(operation),
      sentences,
    })
  }
  return entries.reverse()
}

function beginning(operation: Operation): string {
  return isImported(operation) ? 'Came with an import' : 'Written here'
}

function sentence(field: string, before: Value, value: Value, telling: Telling): string {
  const label = fieldLabel(field)
  const link = parseLink(field)
  if (link)
    return `${value === true ? label : `No longer ${label.toLowerCase()}`} ${telling.issueKey(link.to)}`
  if (addedAndTakenOff.test(field)) return value === true ? `${label} added` : `${label} taken off`
  if (field === 'removed') return value === true ? 'Removed' : 'Brought back'
  if (longTexts.has(field))
    return value === null ? `${label} cleared` : `${label} ${before === null ? 'written' : 'changed'}`
  const told = clipped(fieldText(field, value, telling))
  if (before === null) return `${label} set to ${told}`
  return `${label} ${clipped(fieldText(field, before, telling))} → ${told}`
}

function clipped(text: string): string {
  return text.length > longestTold ? `${text.slice(0, longestTold)}…` : text
}
