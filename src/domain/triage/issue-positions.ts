import type { IssueRow } from './as-of'

const takenBetweenYields = 2_000

/** What became different between two looks at the rows. */
export interface PositionChanges {
  /** Positions of rows that were there before and have changed. */
  readonly changed: readonly number[]
  /** Positions from here on are new. */
  readonly addedFrom: number
}

/**
 * Gives every issue a number that stays the same as long as the engagement is open, so that filters, orders and
 * the search index can be plain arrays of numbers. Removed issues keep theirs.
 */
export class IssuePositions {
  readonly rows: IssueRow[] = []
  private readonly places = new Map<string, number>()
  private readonly revisions: number[] = []

  get size(): number {
    return this.rows.length
  }

  of(key: string): number | undefined {
    return this.places.get(key)
  }

  /** Takes in all rows for the first time, in steps. */
  *takeIn(source: ReadonlyMap<string, IssueRow>): Generator<void, void> {
    for (const row of source.values()) {
      this.add(row)
      if (this.rows.length % takenBetweenYields === 0) yield
    }
  }

  /** Takes in the rows as they are now. */
  refresh(source: ReadonlyMap<string, IssueRow>): PositionChanges {
    const changed: number[] = []
    for (let position = 0; position < this.rows.length; position++) {
      const revision = this.rows[position]?.revision ?? 0
      if (revision === this.revisions[position]) continue
      this.revisions[position] = revision
      changed.push(position)
    }
    const addedFrom = this.rows.length
    if (source.size > addedFrom) for (const row of source.values()) this.add(row)
    return { changed, addedFrom }
  }

  private add(row: IssueRow): void {
    if (this.places.has(row.key)) return
    this.places.set(row.key, this.rows.length)
    this.rows.push(row)
    this.revisions.push(row.revision)
  }
}
