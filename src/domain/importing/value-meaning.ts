import type { Channel, HoldReason, IssueClass, IssueStatus, Severity } from '../model/issue'
import { type ColumnMapping, targetOf } from './mapping'
import { isNothing, type Table } from './table'
import { trackerOf } from './trackers'
import { channelFromWord, classFromWord } from './words/class-words'
import { severityFromWord } from './words/severity-words'
import {
  holdReasonFromWord,
  statusFromCategory,
  statusFromHint,
  statusFromResolution,
  statusFromWord,
} from './words/status-words'
import { valueWord } from './words/value-word'

export type ValueTarget = 'status' | 'severity' | 'class' | 'channel'

/** What the words of one file mean: first what a person settled, then the tracker's own, then what is common. */
export interface Meaning {
  status(word: string): IssueStatus | undefined
  category(word: string): IssueStatus | undefined
  statusHint(word: string): IssueStatus | undefined
  resolution(word: string): 'declined' | 'duplicate' | undefined
  hold(word: string): HoldReason | undefined
  severity(word: string): Severity | undefined
  class(word: string): IssueClass | undefined
  channel(word: string): Channel | undefined
}

export function meaningOf(mapping: ColumnMapping): Meaning {
  const tracker = trackerOf(mapping.source)
  const { values } = mapping
  return {
    status: remembered(chain(settled(values.status), settled(tracker.statuses), statusFromWord)),
    category: remembered(statusFromCategory),
    statusHint: remembered(statusFromHint),
    resolution: remembered(statusFromResolution),
    hold: remembered(chain(settled(tracker.holds), holdReasonFromWord)),
    severity: remembered(chain(settled(values.severity), settled(tracker.severities), severityFromWord)),
    class: remembered(chain(settled(values.class), settled(tracker.classes), classFromWord)),
    channel: remembered(chain(settled(values.channel), settled(tracker.channels), channelFromWord)),
  }
}

const mostListed = 100

/** Words of mapped columns that no rule knows. */
export function unknownValues(table: Table, mapping: ColumnMapping): { [T in ValueTarget]?: string[] } {
  const meaning = meaningOf(mapping)
  const unknown: { [T in ValueTarget]?: string[] } = {}
  for (const target of ['status', 'severity', 'class', 'channel'] as const) {
    const column = table.headers.findIndex((header) => targetOf(mapping, header) === target)
    const known =
      target === 'status'
        ? (word: string) => meaning.status(word) ?? meaning.statusHint(word)
        : meaning[target]
    if (column < 0) continue
    const words = new Set<string>()
    const met = new Set<string>()
    for (const { cells } of table.records) {
      if (words.size >= mostListed) break
      const cell = cells[column] ?? ''
      if (met.has(cell)) continue
      met.add(cell)
      if (!isNothing(cell) && known(cell) === undefined) words.add(cell.trim())
    }
    if (words.size > 0) unknown[target] = [...words]
  }
  return unknown
}

type Lookup<T> = (word: string) => T | undefined

function chain<T>(...lookups: readonly (Lookup<T> | undefined)[]): Lookup<T> {
  const present = lookups.filter((lookup) => lookup !== undefined)
  return (word) => {
    for (const lookup of present) {
      const meaning = lookup(word)
      if (meaning !== undefined) return meaning
    }
    return undefined
  }
}

function settled<T>(values: Readonly<Record<string, T>> | undefined): Lookup<T> | undefined {
  if (!values) return undefined
  const words = new Map(Object.entries(values).map(([word, meaning]) => [valueWord(word), meaning]))
  return (word) => words.get(valueWord(word))
}

/** A column has few different words, so each is looked up once. */
function remembered<T>(lookup: Lookup<T>): Lookup<T> {
  const known = new Map<string, T | undefined>()
  return (word) => {
    if (known.has(word)) return known.get(word)
    const meaning = lookup(word.trim())
    known.set(word, meaning)
    return meaning
  }
}
