import type { Row } from '../merge/row'
import type { Standup } from '../model/entities'
import type { Instant } from '../model/value'
import { formatDay } from '../time/format'
import { fold } from '../triage/fold'
import type { SaidLine } from './lines'

/** One standup as it was held. */
export interface StandupRecord {
  readonly key: string
  readonly day: string
  /** When the first of its leaders began. */
  readonly startedAt: Instant
  /** Undefined while it goes on. */
  readonly endedAt: Instant | undefined
  /** Who led it, in the order in which they began. */
  readonly leaders: readonly string[]
  /** Keys of the people who were there. */
  readonly here: ReadonlySet<string>
  /** What had changed since the one before, as it was shown; undefined where nobody has ended it. */
  readonly roundUp: string | undefined
}

export function standupRecord({ key, values }: Row<Standup>): StandupRecord | undefined {
  if (values.removed === true || !values.day) return undefined
  const led = instantsIn(values, 'led:')
  const [first] = led
  if (!first) return undefined
  const ended = instantsIn(values, 'ended:')
  const [firstToEnd] = ended
  const roundUp = firstToEnd && values[`roundUp:${firstToEnd.name}`]
  return {
    key,
    day: values.day,
    startedAt: first.at,
    endedAt: ended.at(-1)?.at,
    leaders: led.map(({ name }) => name),
    here: new Set(
      Object.entries(values).flatMap(([field, value]) =>
        field.startsWith('here:') && value === true ? [field.slice('here:'.length)] : [],
      ),
    ),
    roundUp: typeof roundUp === 'string' && roundUp !== '' ? roundUp : undefined,
  }
}

/** Those that were held, latest first. */
export function standupRecords(rows: Iterable<Row<Standup>>): StandupRecord[] {
  return [...rows]
    .flatMap((row) => standupRecord(row) ?? [])
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.startedAt - a.startedAt))
}

/** The one before a day. */
export function standupBefore(day: string, records: readonly StandupRecord[]): StandupRecord | undefined {
  return records.find((record) => record.day < day)
}

/** Those in which every word of the query was said, or that were on that day or led by them. */
export function findStandups(
  records: readonly StandupRecord[],
  lines: readonly SaidLine[],
  nameOf: (person: string) => string,
  query: string,
): StandupRecord[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...records]
  const said = new Map<string, string[]>()
  for (const { standup, text, about, owner } of lines) {
    if (standup === undefined) continue
    const names = [about.kind === 'person' ? about.person : undefined, owner].flatMap((person) =>
      person === undefined ? [] : [nameOf(person)],
    )
    said.set(standup, [...(said.get(standup) ?? []), text, ...names])
  }
  return records.filter(({ key, day, leaders, roundUp = '' }) => {
    const text = fold([day, formatDay(day), ...leaders, roundUp, ...(said.get(key) ?? [])].join('\n'))
    return words.every((word) => text.includes(word))
  })
}

/** Set elements that hold an instant, earliest first. */
function instantsIn(values: Standup, prefix: 'led:' | 'ended:') {
  return Object.entries(values)
    .flatMap(([field, value]) =>
      field.startsWith(prefix) && typeof value === 'number'
        ? [{ name: field.slice(prefix.length), at: value }]
        : [],
    )
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
}
