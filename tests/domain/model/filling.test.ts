import { Filling } from '@domain/model/filling'
import { Shape } from '@domain/model/shape'
import type { Fields } from '@domain/model/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const field = fc.oneof(
  fc.constantFrom('title', 'status', 'column:Fix version', 'tag:billing', 'constructor', '', '7'),
  fc.string({ unit: 'binary' }).filter((name) => name !== '__proto__'),
)
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
const writes = fc.array(fc.tuple(field, value), { maxLength: 20 })

describe('filling objects field by field', () => {
  it('gives what setting the fields one by one gives, however many objects went before', () => {
    fc.assert(
      fc.property(fc.array(writes, { maxLength: 8 }), (objects) => {
        const filling = new Filling()
        for (const object of objects) {
          filling.begin()
          const plain: Fields = {}
          for (const [name, written] of object) {
            filling.set(name, written)
            plain[name] = written
          }
          expect(filling.done()).toEqual(plain)
        }
      }),
    )
  })

  it('tells what has been set, and nothing of the object before', () => {
    const filling = new Filling()
    filling.begin().set('class', 'defect')
    expect(filling.get('class')).toBe('defect')
    filling.begin().set('title', 'Slow')
    expect(filling.get('class')).toBeUndefined()
    expect(filling.done()).toEqual({ title: 'Slow' })
  })
})

describe('a shape', () => {
  it('is the same for the same fields in the same order', () => {
    const none = Shape.empty()
    const one = none.step('title').shape.step('status').shape
    expect(none.step('title').shape.step('status').shape).toBe(one)
    expect(one.fields).toEqual(['title', 'status'])
    expect(one.step('title')).toEqual({ field: 'title', place: 0, shape: one })
  })

  it('has no elements of sets, of which every object has others, but columns, which a whole file has', () => {
    const none = Shape.empty()
    expect(none.step('tag:billing').shape).toBe(none)
    expect(none.step('column:Sprint').shape.fields).toEqual(['column:Sprint'])
  })
})
