import { type Head, Heads } from '@domain/merge/heads'
import type { FieldState, Row, Written } from '@domain/merge/row'
import { trailAmong } from '@domain/merge/trail'
import { emptyOf } from '@domain/model/shape'
import type { Fields, Value } from '@domain/model/value'

/** A value: a number is a place among the words of the snapshot; a long text stands for itself. */
type Cell = number | string
/** What a row knows beyond its values, once its fields have been written more than once: of each a flat list. */
type Past = readonly [
  /** Name of the field, and where it stands. */
  states: readonly (number | FieldState)[] | 0,
  /** Name of the field, head, value. */
  sourced: readonly Cell[] | 0,
  /** Of every word that was written over: name of the field, head, value. */
  overwritten: readonly Cell[] | 0,
  /** As the row's trail. */
  trail: NonNullable<Row['trail']> | 0,
]

/**
 * Some rows of one entity as a snapshot holds them. Names of fields, short texts and numbers are said once for all
 * chunks, by the first that needs them, and so are the lists of fields that rows have: written out, they would be
 * most of it. Heads are told by how far they are from the row's first, which is hardly ever far.
 */
export interface PackedRows {
  readonly entity: string
  /** Names of fields that no chunk before this one has needed. */
  readonly names: readonly string[]
  /** Words that no chunk before this one has needed. */
  readonly words: readonly Value[]
  /** Lists of fields, as places among the names, that no chunk before this one has needed. */
  readonly shapes: readonly (readonly number[])[]
  /**
   * Row after row: key, first head, begun, touched, place of its list of fields, a value for each of them, elements of
   * sets (how many, then name and value of each), and its past, or 0 where it has none.
   */
  readonly cells: readonly (Cell | Past)[]
}

/** Longer texts hardly ever come twice. */
const longestWord = 40

/** Packs rows chunk by chunk, keeping only the heads that some row still speaks of. */
export class RowPacker {
  readonly heads = new Heads()
  private readonly places: Int32Array
  private readonly names = new Dictionary<string>()
  private readonly words = new Dictionary<Value>()
  /** By their fields' places, as text. */
  private readonly shapes = new Dictionary<string>()

  constructor(private readonly from: Heads) {
    this.places = new Int32Array(from.size).fill(-1)
  }

  pack(entity: string, rows: readonly Row[]): PackedRows {
    const cells = rows.flatMap((row) => this.row(row))
    return {
      entity,
      names: this.names.takeNew(),
      words: this.words.takeNew(),
      shapes: this.shapes.takeNew().map((shape) => JSON.parse(shape) as number[]),
      cells,
    }
  }

  private row(row: Row): (Cell | Past)[] {
    const { key, values, first, begun, touched, states, sourced, overwritten, trail } = row
    const base = this.head(first)
    const distance = (head: Head) => this.head(head) - base
    const fields = Object.keys(values)
    const own = fields.filter((field) => !isElement(field))
    const elements = fields.filter(isElement)
    const cell = (field: string) => this.cell(values[field] as Value)
    return [
      this.cell(key),
      base,
      distance(begun),
      distance(touched),
      this.shapes.placeOf(JSON.stringify(own.map((field) => this.names.placeOf(field)))),
      ...own.map(cell),
      elements.length,
      ...elements.flatMap((field) => [this.names.placeOf(field), cell(field)]),
      states || sourced || overwritten || trail
        ? [
            this.states(states, distance),
            this.sourced(sourced, distance),
            this.overwritten(overwritten, distance),
            trailAmong(this.heads, distance, row) ?? 0,
          ]
        : 0,
    ]
  }

  private states(states: Row['states'], distance: Distance): Past[0] {
    if (!states) return 0
    const written = (one: Written): Written => ({ ...one, head: distance(one.head) })
    return Object.entries(states).flatMap(([field, state]) => [
      this.names.placeOf(field),
      typeof state === 'number'
        ? distance(state)
        : { leaves: state.leaves.map(written), awaited: state.awaited },
    ])
  }

  private sourced(sourced: Row['sourced'], distance: Distance): Past[1] {
    if (!sourced) return 0
    return Object.entries(sourced).flatMap(([field, word]) => this.word(field, word, distance))
  }

  private overwritten(overwritten: Row['overwritten'], distance: Distance): Past[2] {
    if (!overwritten) return 0
    return Object.entries(overwritten).flatMap(([field, words]) =>
      words.flatMap((word) => this.word(field, word, distance)),
    )
  }

  private word(field: string, { head, value }: Written, distance: Distance): Cell[] {
    return [this.names.placeOf(field), distance(head), this.cell(value)]
  }

  private cell(value: Value): Cell {
    return typeof value === 'string' && value.length > longestWord ? value : this.words.placeOf(value)
  }

  private head(head: Head): Head {
    const known = this.places[head] ?? -1
    if (known >= 0) return known
    const place = this.heads.copyFrom(this.from, head)
    this.places[head] = place
    return place
  }
}

/** How far a head is from the row's first. */
type Distance = (head: Head) => number

/** Tags, imported columns and other sets have a field per element, so hardly two rows have the same. */
const isElement = (field: string) => field.includes(':')

/** Gives everything a place, and tells what has come since it was last asked. */
class Dictionary<Entry> {
  private readonly places = new Map<Entry, number>()
  private fresh: Entry[] = []

  placeOf(entry: Entry): number {
    const known = this.places.get(entry)
    if (known !== undefined) return known
    const place = this.places.size
    this.places.set(entry, place)
    this.fresh.push(entry)
    return place
  }

  takeNew(): Entry[] {
    const taken = this.fresh
    this.fresh = []
    return taken
  }
}

interface Shape {
  readonly fields: readonly string[]
  /** With every field, in order: an object copied from it has the room it needs and no more. */
  readonly empty: Fields
}

/** Makes rows again, chunk by chunk in the order in which they were packed. */
export class RowUnpacker {
  private readonly names: string[] = []
  private readonly words: Value[] = []
  private readonly shapes: Shape[] = []

  constructor(private readonly heads: Heads) {}

  /** Adds a chunk's rows to their table. Returns those that may be in conflict. */
  unpack({ names, words, shapes, cells }: PackedRows, table: Map<string, Row>): Row[] {
    for (const name of names) this.names.push(name)
    for (const word of words) this.words.push(word)
    for (const shape of shapes) this.shapes.push(shapeOf(shape.map((place) => this.name(place))))
    const { heads } = this
    const disputable: Row[] = []
    let at = 0
    while (at < cells.length) {
      const key = this.value(cells[at++] as Cell) as string
      const first = cells[at++] as Head
      const begun = first + (cells[at++] as number)
      const touched = first + (cells[at++] as number)
      const { fields, empty } = this.shapes[cells[at++] as number] as Shape
      const values = { ...empty }
      for (const field of fields) values[field] = this.value(cells[at++] as Cell)
      for (let elements = cells[at++] as number; elements > 0; elements--) {
        const field = this.name(cells[at++] as number)
        values[field] = this.value(cells[at++] as Cell)
      }
      const past = cells[at++] as Past | 0
      const row: Row = {
        key,
        values,
        heads,
        first,
        begun,
        touched,
        revision: 0,
        states: past ? this.states(past[0], first) : undefined,
        sourced: past ? this.sourced(past[1], first) : undefined,
        overwritten: past ? this.overwritten(past[2], first) : undefined,
        trail: past ? trailFrom(past[3], first) : undefined,
      }
      table.set(key, row)
      const isDisputable = past && (hasSeveralLeaves(past[0]) || values.removed === true)
      if (isDisputable || values.duplicateOf) disputable.push(row)
    }
    return disputable
  }

  private states(packed: Past[0], first: Head): Row['states'] {
    if (packed === 0) return undefined
    const states: Record<string, Head | FieldState> = {}
    for (let at = 0; at < packed.length; at += 2) {
      const state = packed[at + 1] as number | FieldState
      states[this.name(packed[at] as number)] =
        typeof state === 'number'
          ? first + state
          : { ...state, leaves: state.leaves.map((leaf) => ({ ...leaf, head: first + leaf.head })) }
    }
    return states
  }

  private sourced(packed: Past[1], first: Head): Row['sourced'] {
    if (packed === 0) return undefined
    return Object.fromEntries(this.wordsOf(packed, first))
  }

  private overwritten(packed: Past[2], first: Head): Row['overwritten'] {
    if (packed === 0) return undefined
    const overwritten: Record<string, readonly Written[]> = {}
    for (const [field, word] of this.wordsOf(packed, first))
      overwritten[field] = [...(overwritten[field] ?? []), word]
    return overwritten
  }

  private *wordsOf(packed: readonly Cell[], first: Head): Generator<[field: string, word: Written]> {
    for (let at = 0; at < packed.length; at += 3) {
      const word = { head: first + (packed[at + 1] as number), value: this.value(packed[at + 2] as Cell) }
      yield [this.name(packed[at] as number), word]
    }
  }

  private name(place: number): string {
    return this.names[place] as string
  }

  private value(cell: Cell): Value {
    return typeof cell === 'number' ? (this.words[cell] as Value) : cell
  }
}

const hasSeveralLeaves = (states: Past[0]) =>
  states !== 0 && states.some((state) => typeof state === 'object')

function trailFrom(packed: Past[3], first: Head): Row['trail'] {
  if (packed === 0) return undefined
  for (let at = 0; at < packed.length; at += 2) packed[at] = first + (packed[at] as number)
  return packed
}

function shapeOf(fields: readonly string[]): Shape {
  return { fields, empty: emptyOf(fields) }
}
