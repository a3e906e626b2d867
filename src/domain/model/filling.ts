import { Shape } from './shape'
import type { Fields, Value } from './value'

/** Objects of which hardly two have the same fields would otherwise leave more shapes behind than they are worth. */
const mostShapes = 100_000

/** Fills objects field by field, one after the other, of which many have the same fields in the same order. */
export class Filling {
  private none = Shape.empty()
  private shape = this.none
  private readonly values: Value[] = []
  private readonly outside: (readonly [field: string, value: Value])[] = []

  /** Begins another object. */
  begin(): this {
    if (this.none.related > mostShapes) this.none = Shape.empty()
    this.shape = this.none
    this.outside.length = 0
    return this
  }

  set(field: string, value: Value): void {
    const { place, shape } = this.shape.step(field)
    if (place < 0) this.outside.push([field, value])
    else this.values[place] = value
    this.shape = shape
  }

  get(field: string): Value | undefined {
    const place = this.shape.placeOf(field)
    return place < 0 ? undefined : this.values[place]
  }

  done(): Fields {
    const fields = this.shape.filled(this.values)
    for (const [field, value] of this.outside) fields[field] = value
    return fields
  }
}
