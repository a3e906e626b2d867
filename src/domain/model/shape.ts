import type { Fields, Value } from './value'

interface Step {
  readonly field: string
  /** Where the field's value stands; -1 for one that is no part of any shape. */
  readonly place: number
  readonly shape: Shape
}

/**
 * Whether a field can be part of a shape. Hardly two objects have the same elements of a set, and each would need a
 * shape of its own; but what one file brings has the same columns.
 */
const isShared = (field: string) => !field.includes(':') || field.startsWith('column:')

/**
 * A list of fields that many objects have in common, found field by field from an empty one. The engine keeps an
 * object that is filled name by name as a dictionary, and reads, copies and writes it out several times as slowly; what
 * it copies from an object that has all the names it keeps the quick way.
 */
export class Shape {
  private known: readonly string[] | undefined
  private empty: Fields | undefined
  private latest: Step | undefined
  private steps: Map<string, Step> | undefined
  private readonly outside: Step = { field: '', place: -1, shape: this }

  private constructor(
    private readonly before: Shape | undefined,
    private readonly last: string,
    readonly size: number,
    private readonly tree: { shapes: number },
  ) {
    tree.shapes++
  }

  static empty(): Shape {
    return new Shape(undefined, '', 0, { shapes: 0 })
  }

  static of(fields: readonly string[]): Shape {
    return fields.reduce((shape, field) => shape.step(field).shape, Shape.empty())
  }

  /** How many have been found from the same empty one. */
  get related(): number {
    return this.tree.shapes
  }

  /** In the order in which they came. Of most shapes nobody ever asks. */
  get fields(): readonly string[] {
    this.known ??= this.before ? [...this.before.fields, this.last] : []
    return this.known
  }

  /** Where a field stands, and the shape that has it, too: this one where it has the field already. */
  step(field: string): Step {
    if (this.latest?.field === field) return this.latest
    let step = this.steps?.get(field)
    if (!step) {
      if (!isShared(field)) return this.outside
      step = this.newStep(field)
      this.steps ??= new Map()
      this.steps.set(field, step)
    }
    this.latest = step
    return step
  }

  /** -1 where it has no such field. */
  placeOf(field: string): number {
    let shape: Shape | undefined = this
    while (shape && (shape.last !== field || shape.size === 0)) shape = shape.before
    return shape ? shape.size - 1 : -1
  }

  /** An object of this shape, with values that stand in a row from a place of a list on. */
  filled(values: readonly unknown[], from = 0): Fields {
    const { fields } = this
    this.empty ??= emptyOf(fields)
    const filled = { ...this.empty }
    for (let place = 0; place < fields.length; place++)
      filled[fields[place] as string] = values[from + place] as Value
    return filled
  }

  private newStep(field: string): Step {
    const place = this.placeOf(field)
    return place >= 0
      ? { field, place, shape: this }
      : { field, place: this.size, shape: new Shape(this, field, this.size + 1, this.tree) }
  }
}

/** With every field, in order: an object copied from it has the room it needs and no more. */
export function emptyOf(fields: readonly string[]): Fields {
  return JSON.parse(`{${fields.map((field) => `${JSON.stringify(field)}:null`).join()}}`) as Fields
}
