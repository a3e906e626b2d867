import { conflictIn } from './apply'
import { DuplicateCircles } from './duplicate-circles'
import type { Row } from './row'

/** A field in conflict. */
export interface Disputed {
  readonly entity: string
  readonly row: Row
  readonly field: string
}

interface DisputedRow {
  readonly row: Row
  readonly fields: Set<string>
}

/** Every field in conflict, kept up with each write: a hundred thousand rows are never walked to find the few. */
export class ConflictList {
  /** Grows with every change to what is in conflict, or to a row that is. */
  revision = 0
  private readonly duplicates = new DuplicateCircles()
  private readonly tables = new Map<string, Map<string, DisputedRow>>()
  private count = 0

  /** How many fields are in conflict, and issues duplicates of each other. */
  get size(): number {
    return this.count + this.circles().length
  }

  /** Issues that are duplicates of each other, circle by circle. */
  circles(): readonly (readonly Row[])[] {
    return this.duplicates.all()
  }

  /** Looks again at fields of a row that have been written; their names count. */
  note(entity: string, row: Row, fields: Readonly<Record<string, unknown>>): void {
    const isDisputed = this.tables.get(entity)?.has(row.key) ?? false
    if (isDisputed) this.revision++
    if (entity === 'issue' && this.duplicates.note(row)) this.revision++
    // One write has nobody to disagree with.
    for (const field in fields)
      if (isDisputed || typeof row.states?.[field] === 'object') this.noteField(entity, row, field)
    // Any write may come between a row and its removal.
    if (row.values.removed === true) this.noteField(entity, row, 'removed')
  }

  /** In order of entity, key and field. */
  all(): Disputed[] {
    const found: Disputed[] = []
    for (const [entity, rows] of [...this.tables].sort(byName))
      for (const [, { row, fields }] of [...rows].sort(byName))
        for (const field of [...fields].sort()) found.push({ entity, row, field })
    return found
  }

  private noteField(entity: string, row: Row, field: string): void {
    if (conflictIn(row, field).length > 0) this.add(entity, row, field)
    else this.take(entity, row.key, field)
  }

  private add(entity: string, row: Row, field: string): void {
    let rows = this.tables.get(entity)
    if (!rows) {
      rows = new Map()
      this.tables.set(entity, rows)
    }
    let disputed = rows.get(row.key)
    if (!disputed) {
      disputed = { row, fields: new Set() }
      rows.set(row.key, disputed)
    }
    if (disputed.fields.has(field)) return
    disputed.fields.add(field)
    this.count++
    this.revision++
  }

  private take(entity: string, key: string, field: string): void {
    const rows = this.tables.get(entity)
    const disputed = rows?.get(key)
    if (!disputed?.fields.delete(field)) return
    if (disputed.fields.size === 0) rows?.delete(key)
    this.count--
    this.revision++
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)
