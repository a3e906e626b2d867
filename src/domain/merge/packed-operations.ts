import { Shape } from '../model/shape'
import type { Instant, Value } from '../model/value'
import { Names } from './names'
import type { Operation } from './operation'
import { type Stamp, stampLaptop } from './stamp'

/** Told at the beginning of the text, so that what earlier versions wrote is not taken for it. */
const format = 3
export const packedBeginning = `[${format},`

/**
 * Operations in which whatever comes again and again is said once: names (of entities, people, causes, fields) and
 * lists of fields (a *shape*). An import writes the same forty fields for every issue: written out, they would be more
 * than half of the log.
 */
type Packed = readonly [
  format: typeof format,
  names: readonly string[],
  /** Fields of each shape, as places among the names. */
  shapes: readonly (readonly number[])[],
  ...operations: PackedOperation[],
]

type PackedOperation = readonly [
  stamp: Stamp,
  seq: number,
  by: number,
  entity: number,
  key: string,
  at: Instant | null,
  cause: number | null,
  was: Operation['was'] | null,
  shape: number,
  /** Of the shape's fields, then of any others, each with the place of its name before it. */
  ...values: Value[],
]

/** Where the values begin. */
const firstValue = 9

/** The text for `unpackOperations`. An operation's laptop is left out: its stamp ends with it. */
export function packOperations(operations: readonly Operation[]): string {
  const names = new Names()
  const shapes = new ShapePlaces(names)
  const packed = operations.map(
    ({ stamp, seq, by, entity, key, at, cause, was, fields }): PackedOperation => {
      const line: [...PackedOperation] = [
        stamp,
        seq,
        names.placeOf(by),
        names.placeOf(entity),
        key,
        at ?? null,
        cause === undefined ? null : names.placeOf(cause),
        was ?? null,
        0,
      ]
      let shape = shapes.none
      let outside: Value[] | undefined
      for (const field in fields) {
        const step = shape.step(field)
        shape = step.shape
        if (step.place >= 0) line.push(fields[field] as Value)
        else {
          outside ??= []
          outside.push(names.placeOf(field), fields[field] as Value)
        }
      }
      line[firstValue - 1] = shapes.placeOf(shape)
      if (outside) line.push(...outside)
      return line
    },
  )
  const whole: Packed = [format, names.all, shapes.all, ...packed]
  return JSON.stringify(whole)
}

/** The operations, as they were packed, each made when it is asked for. */
export function* unpackOperations(text: string): Generator<Operation, void> {
  const [, names, lists, ...lines] = JSON.parse(text) as Packed
  const shapes = lists.map((list) => Shape.of(list.map((place) => names[place] as string)))
  for (const line of lines) yield unpacked(line, names, shapes)
}

function unpacked(line: PackedOperation, names: readonly string[], shapes: readonly Shape[]): Operation {
  const [stamp, seq, by, entity, key, at, cause, was, place] = line
  const shape = shapes[place] as Shape
  const fields = shape.filled(line, firstValue)
  for (let index = firstValue + shape.size; index < line.length; index += 2)
    fields[names[line[index] as number] as string] = line[index + 1] as Value
  const operation: { -readonly [K in keyof Operation]: Operation[K] } = {
    stamp,
    laptop: stampLaptop(stamp),
    seq,
    by: names[by] as string,
    entity: names[entity] as string,
    key,
    fields,
  }
  if (was) operation.was = was
  if (at !== null) operation.at = at
  if (cause !== null) operation.cause = names[cause] as string
  return operation
}

class ShapePlaces {
  readonly none = Shape.empty()
  readonly all: number[][] = []
  private readonly places = new Map<Shape, number>()

  constructor(private readonly names: Names) {}

  placeOf(shape: Shape): number {
    let place = this.places.get(shape)
    if (place === undefined) {
      place = this.all.push(shape.fields.map((field) => this.names.placeOf(field))) - 1
      this.places.set(shape, place)
    }
    return place
  }
}
