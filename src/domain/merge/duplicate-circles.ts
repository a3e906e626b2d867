import type { Row } from './row'

/**
 * Issues that are duplicates of each other: two laptops merged the same ones, each the other way round. No field of
 * theirs is in conflict, and yet nothing is left that stands for them all.
 */
export class DuplicateCircles {
  private readonly pointing = new Map<string, Row>()
  private found: readonly (readonly Row[])[] | undefined

  /** Looks again at an issue. True when it is a duplicate, or was one. */
  note(row: Row): boolean {
    const { status, duplicateOf } = row.values
    if (status === 'duplicate' && duplicateOf && row.values.removed !== true) this.pointing.set(row.key, row)
    else if (!this.pointing.delete(row.key)) return false
    this.found = undefined
    return true
  }

  /** Each circle from its first key on, in order of those. */
  all(): readonly (readonly Row[])[] {
    this.found ??= this.find()
    return this.found
  }

  private find(): readonly (readonly Row[])[] {
    const circles: Row[][] = []
    const done = new Set<string>()
    for (const key of [...this.pointing.keys()].sort()) {
      const way: Row[] = []
      let next = this.pointing.get(key)
      while (next && !done.has(next.key)) {
        done.add(next.key)
        way.push(next)
        next = this.pointing.get(String(next.values.duplicateOf))
      }
      const start = next ? way.indexOf(next) : -1
      if (start >= 0) circles.push(way.slice(start).sort((a, b) => (a.key < b.key ? -1 : 1)))
    }
    return circles
  }
}
