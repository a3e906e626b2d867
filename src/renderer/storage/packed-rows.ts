import { type Head, Heads } from '@domain/merge/heads'
import type { FieldState, Row, Written } from '@domain/merge/row'
import { trailAmong } from '@domain/merge/trail'
import { emptyOf } from '@domain/model/shape'
import type { Fields, Value } from '@domain/model/value'

/**
 * Some rows of one entity as a snapshot holds them: all numbers, but for what the numbers are places of. Names of fields,
 * short texts and numbers are said once for all chunks, by the first that needs them, and so are the lists of fields that
 * rows have: written out, they would be most of it. Heads are told by how far they are from the row's first.
 */
export interface PackedRows {
  readonly entity: string
  /** Names of fields that no chunk before this one has needed. */
  readonly names: readonly string[]
  /** Words that no chunk before this one has needed. */
  readonly words: readonly Value[]
  /** Lists of fields, as places among the names, that no chunk before this one has needed. */
  readonly shapes: readonly (readonly number[])[]
  /** Long texts of these rows. */
  readonly texts: readonly string[]
  /** What of these rows one write does not tell, with heads as they are told here. */
  readonly standings: readonly FieldState[]
  /**
   * Row after row: key, first head, begun, touched, place of its list of fields, a value for each of them, and a bit for
   * each list that follows, in the order of `lists` and after its length: elements of sets (name, value), states (name,
   * head; or, where a state stands among the standings, the complement of the name and its place there), what sources
   * said, what was written over (both name, head, value), and the trail. A value is a place among the words or, below
   * zero, the complement of one among the texts.
   */
  readonly cells: Int32Array
}

/** Lists that a row may have, each a bit. */
const lists = { elements: 1, states: 2, sourced: 4, overwritten: 8, trail: 16 } as const

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
    const chunk: Chunk = { texts: [], standings: [], cells: [] }
    for (const row of rows) this.row(row, chunk)
    return {
      entity,
      names: this.names.takeNew(),
      words: this.words.takeNew(),
      shapes: this.shapes.takeNew().map((shape) => JSON.parse(shape) as number[]),
      texts: chunk.texts,
      standings: chunk.standings,
      cells: Int32Array.from(chunk.cells),
    }
  }

  private row(row: Row, chunk: Chunk): void {
    const { key, values, first, begun, touched, states, sourced, overwritten } = row
    const { cells } = chunk
    const base = this.head(first)
    const distance = (head: Head) => this.head(head) - base
    const fields = Object.keys(values)
    const own = fields.filter((field) => !isElement(field))
    const elements = fields.filter(isElement)
    cells.push(this.cell(key, chunk), base, distance(begun), distance(touched))
    cells.push(this.shapes.placeOf(JSON.stringify(own.map((field) => this.names.placeOf(field)))))
    for (const field of own) cells.push(this.cell(values[field] as Value, chunk))
    const has = cells.push(0) - 1
    const list = (name: keyof typeof lists, length: number) => {
      if (length === 0) return
      cells[has] = (cells[has] ?? 0) | lists[name]
      cells.push(length)
    }
    list('elements', elements.length)
    for (const field of elements)
      cells.push(this.names.placeOf(field), this.cell(values[field] as Value, chunk))
    const stated = Object.entries(states ?? {})
    list('states', stated.length)
    for (const [field, state] of stated) this.state(field, state, distance, chunk)
    const said = Object.entries(sourced ?? {})
    list('sourced', said.length)
    for (const [field, word] of said) this.written(field, word, distance, chunk)
    const former = Object.entries(overwritten ?? {}).flatMap(([field, words]) =>
      words.map((word) => [field, word] as const),
    )
    list('overwritten', former.length)
    for (const [field, word] of former) this.written(field, word, distance, chunk)
    const trail = trailAmong(this.heads, distance, row) ?? []
    list('trail', trail.length)
    cells.push(...trail)
  }

  private state(
    field: string,
    state: Head | FieldState,
    distance: Distance,
    { standings, cells }: Chunk,
  ): void {
    const name = this.names.placeOf(field)
    if (typeof state === 'number') {
      cells.push(name, distance(state))
      return
    }
    const leaves = state.leaves.map((leaf) => ({ ...leaf, head: distance(leaf.head) }))
    cells.push(~name, standings.push({ ...state, leaves }) - 1)
  }

  private written(field: string, { head, value }: Written, distance: Distance, chunk: Chunk): void {
    chunk.cells.push(this.names.placeOf(field), distance(head), this.cell(value, chunk))
  }

  private cell(value: Value, { texts }: Chunk): number {
    return typeof value === 'string' && value.length > longestWord
      ? ~(texts.push(value) - 1)
      : this.words.placeOf(value)
  }

  private head(head: Head): Head {
    const known = this.places[head] ?? -1
    if (known >= 0) return known
    const place = this.heads.copyFrom(this.from, head)
    this.places[head] = place
    return place
  }
}

/** What is packed of a chunk so far. */
interface Chunk {
  readonly texts: string[]
  readonly standings: FieldState[]
  readonly cells: number[]
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
  /** Whether they tell of a removal, or of another row. */
  readonly mayBeDisputed: boolean
  /** With every field, in order: an object copied from it has the room it needs and no more. */
  readonly empty: Fields
}

/** Makes rows again, chunk by chunk in the order in which they were packed. */
export class RowUnpacker {
  private readonly names: string[] = []
  private readonly words: Value[] = []
  private readonly shapes: Shape[] = []
  private texts: readonly string[] = []
  private standings: readonly FieldState[] = []
  private cells: Int32Array = new Int32Array()
  /** The next cell. */
  private at = 0
  private disputable: Row[] = []

  constructor(private readonly heads: Heads) {}

  /** Adds a chunk's rows to their table. Returns those that may be in conflict. */
  unpack(
    { names, words, shapes, texts, standings, cells }: PackedRows,
    table: Map<string, Row>,
  ): readonly Row[] {
    for (const name of names) this.names.push(name)
    for (const word of words) this.words.push(word)
    for (const shape of shapes) this.shapes.push(shapeOf(shape.map((place) => this.names[place] as string)))
    this.texts = texts
    this.standings = standings
    this.cells = cells
    this.at = 0
    this.disputable = []
    while (this.at < cells.length) {
      const row = this.row()
      table.set(row.key, row)
    }
    return this.disputable
  }

  private row(): Row {
    const { heads, words, texts, cells } = this
    const key = this.value(this.next()) as string
    const first = this.next()
    const begun = first + this.next()
    const touched = first + this.next()
    const { fields, mayBeDisputed, empty } = this.shapes[this.next()] as Shape
    const values = { ...empty }
    let { at } = this
    for (const field of fields) {
      const cell = cells[at++] as number
      values[field] = cell < 0 ? (texts[~cell] as string) : (words[cell] as Value)
    }
    this.at = at
    const has = this.next()
    if (has & lists.elements)
      for (let left = this.next(); left > 0; left--) values[this.name()] = this.value(this.next())
    const row: Row = {
      key,
      values,
      heads,
      first,
      begun,
      touched,
      revision: 0,
      states: has & lists.states ? this.states(first) : undefined,
      sourced: has & lists.sourced ? this.sourced(first) : undefined,
      overwritten: has & lists.overwritten ? this.overwritten(first) : undefined,
      trail: has & lists.trail ? this.trail(first) : undefined,
    }
    if ((mayBeDisputed || row.states) && isDisputable(row)) this.disputable.push(row)
    return row
  }

  private states(first: Head): Row['states'] {
    const states: Record<string, Head | FieldState> = {}
    for (let left = this.next(); left > 0; left--) {
      const name = this.next()
      const place = this.next()
      states[this.names[name < 0 ? ~name : name] as string] =
        name < 0 ? standingFrom(this.standings[place] as FieldState, first) : first + place
    }
    return states
  }

  private sourced(first: Head): Row['sourced'] {
    const sourced: Record<string, Written> = {}
    for (let left = this.next(); left > 0; left--) sourced[this.name()] = this.written(first)
    return sourced
  }

  private overwritten(first: Head): Row['overwritten'] {
    const overwritten: Record<string, readonly Written[]> = {}
    for (let left = this.next(); left > 0; left--) {
      const field = this.name()
      overwritten[field] = [...(overwritten[field] ?? []), this.written(first)]
    }
    return overwritten
  }

  private trail(first: Head): Row['trail'] {
    const { cells } = this
    const count = this.next()
    // With exactly the room it needs: there are a hundred thousand of these.
    const trail = new Array<number>(count)
    let { at } = this
    for (let index = 0; index < count; index += 2) {
      trail[index] = first + (cells[at++] as number)
      trail[index + 1] = cells[at++] as number
    }
    this.at = at
    return trail
  }

  private written(first: Head): Written {
    const head = first + this.next()
    return { head, value: this.value(this.next()) }
  }

  private name(): string {
    return this.names[this.next()] as string
  }

  private value(cell: number): Value {
    return cell < 0 ? (this.texts[~cell] as string) : (this.words[cell] as Value)
  }

  private next(): number {
    return this.cells[this.at++] as number
  }
}

/** Whether one write may not tell all of a row, or other rows have to be asked. */
function isDisputable({ values, states, sourced, overwritten, trail }: Row): boolean {
  if (values.duplicateOf) return true
  const hasPast = states || sourced || overwritten || trail
  return hasPast !== undefined && (values.removed === true || hasSeveralLeaves(states))
}

function hasSeveralLeaves(states: Row['states']): boolean {
  for (const field in states) if (typeof states[field] === 'object') return true
  return false
}

function standingFrom(state: FieldState, first: Head): FieldState {
  return { ...state, leaves: state.leaves.map((leaf) => ({ ...leaf, head: first + leaf.head })) }
}

function shapeOf(fields: readonly string[]): Shape {
  const mayBeDisputed = fields.includes('removed') || fields.includes('duplicateOf')
  return { fields, mayBeDisputed, empty: emptyOf(fields) }
}
