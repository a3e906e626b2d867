import type { Row } from '../merge/row'
import type { Comment } from '../model/entities'
import type { Instant } from '../model/value'
import { finish } from '../triage/sliced-sort'

const takenBetweenYields = 2_000

/**
 * When the users were last told something of an issue by a comment, kept up with the rows: comments are added, and one
 * that is undone is taken away and may come back.
 */
export class LastComments {
  private readonly last = new Map<string, Instant>()
  private readonly rows: Row<Comment>[] = []
  private readonly revisions: number[] = []

  readonly of = (issue: string): Instant | undefined => this.last.get(issue)

  constructor(private readonly comments: ReadonlyMap<string, Row<Comment>>) {}

  /** Takes in the comments that were not met yet, in steps. Returns the issues they are about. */
  *takeIn(): Generator<void, Set<string>> {
    const issues = new Set<string>()
    let met = 0
    for (const row of this.comments.values()) {
      // Asked anew each time: between two steps a refresh may have taken in the rest.
      if (met++ < this.rows.length) continue
      this.rows.push(row)
      this.revisions.push(row.revision)
      this.count(row)
      if (row.values.issue) issues.add(row.values.issue)
      if (met % takenBetweenYields === 0) yield
    }
    return issues
  }

  /** Takes in the rows as they are now. Returns the issues of those that are new or have changed. */
  refresh(): ReadonlySet<string> {
    const altered = new Set<string>()
    for (let place = 0; place < this.rows.length; place++) {
      const row = this.rows[place] as Row<Comment>
      if (row.revision === this.revisions[place]) continue
      this.revisions[place] = row.revision
      if (row.values.issue) altered.add(row.values.issue)
    }
    if (altered.size > 0) this.readAgain(altered)
    if (this.comments.size === this.rows.length) return altered
    return new Set([...altered, ...finish(this.takeIn())])
  }

  private readAgain(issues: ReadonlySet<string>): void {
    for (const issue of issues) this.last.delete(issue)
    for (const row of this.rows) if (row.values.issue && issues.has(row.values.issue)) this.count(row)
  }

  private count({ values: { issue, writtenAt, removed } }: Row<Comment>): void {
    if (!issue || writtenAt == null || removed === true) return
    this.last.set(issue, Math.max(writtenAt, this.last.get(issue) ?? -Infinity))
  }
}
