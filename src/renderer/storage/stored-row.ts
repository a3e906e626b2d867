import { type Head, Heads } from '@domain/merge/heads'
import type { FieldState, Row, Written } from '@domain/merge/row'
import type { Fields, Value } from '@domain/model/value'

/** A row as a snapshot holds it; 0 stands for what is not there, because it is so often not there. */
export type StoredRow = readonly [
  entity: string,
  key: string,
  values: Fields,
  first: Head,
  begun: Head,
  touched: Head,
  states: NonNullable<Row['states']> | 0,
  sourced: NonNullable<Row['sourced']> | 0,
  trail: Value[] | 0,
]

/** Turns rows into what a snapshot holds, keeping only the heads that some row still speaks of. */
export class RowPacker {
  readonly heads = new Heads()
  private readonly places: Int32Array

  constructor(private readonly from: Heads) {
    this.places = new Int32Array(from.size).fill(-1)
  }

  pack(entity: string, row: Row): StoredRow {
    const { key, values, first, begun, touched, states, sourced, trail } = row
    return [
      entity,
      key,
      values,
      this.head(first),
      this.head(begun),
      this.head(touched),
      states ? mapped(states, (state) => this.state(state)) : 0,
      sourced ? mapped(sourced, (written) => this.written(written)) : 0,
      trail ? trail.map((value, index) => (index % 3 === 1 ? this.head(value as Head) : value)) : 0,
    ]
  }

  private head(head: Head): Head {
    const known = this.places[head] ?? -1
    if (known >= 0) return known
    const place = this.heads.copyFrom(this.from, head)
    this.places[head] = place
    return place
  }

  private written({ head, value }: Written): Written {
    return { head: this.head(head), value }
  }

  private state(state: Head | FieldState): Head | FieldState {
    if (typeof state === 'number') return this.head(state)
    return { leaves: state.leaves.map((written) => this.written(written)), awaited: state.awaited }
  }
}

/** Turns what a snapshot holds into rows again. */
export class RowUnpacker {
  /** Names of people, components and units come again in row after row; each is kept once. */
  private readonly words = new Map<string, string>()

  constructor(private readonly heads: Heads) {}

  unpack(stored: StoredRow): Row {
    const [, key, values, first, begun, touched, states, sourced, trail] = stored
    for (const field in values) {
      const value = values[field]
      if (isWord(value)) values[field] = this.word(value)
    }
    return {
      key: this.word(key),
      values,
      heads: this.heads,
      first,
      begun,
      touched,
      revision: 0,
      states: states || undefined,
      sourced: sourced || undefined,
      trail: trail ? trail.map((value) => (isWord(value) ? this.word(value) : value)) : undefined,
    }
  }

  private word(text: string): string {
    const known = this.words.get(text)
    if (known !== undefined) return known
    this.words.set(text, text)
    return text
  }
}

/** Longer texts hardly ever come twice; shorter ones the engine keeps once by itself. */
function isWord(value: Value | undefined): value is string {
  return typeof value === 'string' && value.length > 10 && value.length <= 40
}

function mapped<V>(record: Readonly<Record<string, V>>, change: (value: V) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}
