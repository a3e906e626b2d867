import { takeDateApart } from './dates/date-text'
import { headerWord } from './header-words'
import type { ColumnMapping } from './mapping'
import { isNothing, type Table } from './table'
import { dateTargets, isDateTarget, sharedTargets, type Target, targets } from './targets'
import { trackerOf } from './trackers'
import { commonHeaders } from './trackers/generic'
import type { SourceName } from './trackers/tracker'

/** What was guessed for one header, for a person to look over. */
export interface ColumnGuess {
  readonly header: string
  readonly target: Target | null
  /** Between 0 and 1. */
  readonly confidence: number
}

export interface ProposedMapping extends ColumnMapping {
  readonly guesses: readonly ColumnGuess[]
}

const byName = 1
const byCommonName = 0.8
const byValues = 0.5
const probe = 200

/** Guesses which column feeds what: by the tracker's own headers, then by common ones, then by the values. */
export function proposeMapping(table: Table, source: SourceName): ProposedMapping {
  const tracker = trackerOf(source)
  const guesses = new Map<string, { target: Target; confidence: number }>()
  const fed = new Set<Target>()
  const byWord = new Map<string, string>()
  for (const header of table.headers) {
    const word = headerWord(header)
    if (word !== '' && !byWord.has(word)) byWord.set(word, header)
  }
  const give = (header: string, target: Target, confidence: number) => {
    guesses.set(header, { target, confidence })
    fed.add(target)
  }
  for (const [headers, confidence] of [
    [tracker.headers, byName],
    [commonHeaders, byCommonName],
  ] as const) {
    for (const target of targets) {
      if (fed.has(target)) continue
      const named = (headers[target] ?? []).flatMap((name) => byWord.get(headerWord(name)) ?? [])
      for (const header of interchangeable.has(target) ? filledFirst(table, named) : named) {
        if (guesses.has(header)) continue
        if (confidence === byCommonName && !plausible(table, header, target)) continue
        give(header, target, confidence)
        if (!sharedTargets.has(target) || confidence === byCommonName) break
      }
    }
  }
  if (source === 'table') guessByValues(table, guesses, fed, give)
  const columns = Object.fromEntries([...guesses].map(([header, { target }]) => [header, target]))
  return {
    source,
    system: tracker.system,
    columns,
    values: {},
    guesses: [...new Set(table.headers)].map((header) => {
      const guess = guesses.get(header)
      return { header, target: guess?.target ?? null, confidence: guess?.confidence ?? 0 }
    }),
  }
}

/** Columns that stand in for each other, as priority does where nobody fills in the severity. */
const interchangeable: ReadonlySet<Target> = new Set<Target>(['severity', 'owner', 'reporter'])

function filledFirst(table: Table, headers: readonly string[]): string[] {
  const filled = (header: string) => valuesOf(table, table.headers.indexOf(header)).length > 0
  const [full, empty] = [headers.filter(filled), headers.filter((header) => !filled(header))]
  return [...full, ...empty]
}

/** A common header is believed only when the values can be what it says. */
function plausible(table: Table, header: string, target: Target): boolean {
  const values = valuesOf(table, table.headers.indexOf(header))
  if (isDateTarget(target)) return values.length === 0 || shareOfDates(values) >= 0.5
  if (target === 'externalKey') return values.length === 0 || new Set(values).size >= values.length * 0.5
  if (target === 'usersAffected') return values.every((value) => /^\d+$/.test(value.trim()))
  return true
}

/** For what is still without a column: dates with a telling word in the header, and a column of unique values. */
function guessByValues(
  table: Table,
  guesses: ReadonlyMap<string, unknown>,
  fed: ReadonlySet<Target>,
  give: (header: string, target: Target, confidence: number) => void,
): void {
  const free = () => table.headers.filter((header) => !guesses.has(header))
  for (const target of dateTargets) {
    if (fed.has(target)) continue
    const header = free().find(
      (one) =>
        dateWords[target].test(one) && shareOfDates(valuesOf(table, table.headers.indexOf(one))) >= 0.8,
    )
    if (header !== undefined) give(header, target, byValues)
  }
  if (!fed.has('externalKey')) {
    const header = free().find(
      (one) => /\b(?:id|key|nr|no|num|number|ref)\b|nummer|_id$|Id$/i.test(one) && isUnique(table, one),
    )
    if (header !== undefined) give(header, 'externalKey', byValues)
  }
  if (!fed.has('title') && !fed.has('description')) {
    const header = free()
      .filter(
        (one) =>
          averageLength(table, one) >= 12 && shareOfDates(valuesOf(table, table.headers.indexOf(one))) < 0.5,
      )
      .sort((a, b) => distinct(table, b) - distinct(table, a))[0]
    if (header !== undefined && distinct(table, header) > 0.3) give(header, 'title', byValues)
  }
}

const dateWords: Readonly<Record<(typeof dateTargets)[number], RegExp>> = {
  raisedAt: /creat|open|raise|report|submit|log(?:ged)?\b|receiv|start|erstell|angelegt|eröffn/i,
  acknowledgedAt: /acknowledg|first.?respon/i,
  resolvedAt: /resolv|solv|finish|complet|fixed|done|gelöst|erledigt/i,
  closedAt: /clos|geschlossen|abgeschlossen/i,
  sourceUpdatedAt: /updat|modif|chang|geändert|aktualisiert/i,
}

function valuesOf(table: Table, column: number): string[] {
  const values: string[] = []
  for (const { cells } of table.records) {
    const cell = cells[column] ?? ''
    if (!isNothing(cell)) values.push(cell)
    if (values.length >= probe) break
  }
  return values
}

function shareOfDates(values: readonly string[]): number {
  const dates = values.filter((value) => takeDateApart(value) !== undefined)
  return values.length === 0 ? 0 : dates.length / values.length
}

function isUnique(table: Table, header: string): boolean {
  const values = valuesOf(table, table.headers.indexOf(header))
  return values.length > 0 && new Set(values).size === values.length
}

function distinct(table: Table, header: string): number {
  const values = valuesOf(table, table.headers.indexOf(header))
  return values.length === 0 ? 0 : new Set(values).size / values.length
}

function averageLength(table: Table, header: string): number {
  const values = valuesOf(table, table.headers.indexOf(header))
  return values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length)
}
