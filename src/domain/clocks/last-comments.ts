import type { Row } from '../merge/row'
import type { Comment } from '../model/entities'
import type { Instant } from '../model/value'

/**
 * When the users were last told something of an issue by a comment, kept up with the rows: comments are added, and one
 * that is undone is taken away and may come back.
 */
export class LastComments {
  private readonly last = new Map<string, Instant>()
  private readonly rows: Row<Comment>[] = []
  private readonly revisions: number[] = []

  constructor(private readonly comments: ReadonlyMap<string, Row<Comment>>) {}

  readonly of = (issue: string): Instant | undefined => this.last.get(issue)

  /** Takes in the rows as they are now. Returns the issues they are about. */
  refresh(): ReadonlySet<string> {
    const issues = new Set<string>()
    const altered = new Set<string>()
    for (let place = 0; place < this.rows.length; place++) {
      const row = this.rows[place] as Row<Comment>
      if (row.revision === this.revisions[place]) continue
      this.revisions[place] = row.revision
      if (row.values.issue) altered.add(row.values.issue)
    }
    if (this.comments.size > this.rows.length) this.takeNew(issues)
    if (altered.size > 0) this.readAgain(altered)
    return new Set([...issues, ...altered])
  }

  private takeNew(issues: Set<string>): void {
    let met = 0
    const known = this.rows.length
    for (const row of this.comments.values()) {
      if (met++ < known) continue
      this.rows.push(row)
      this.revisions.push(row.revision)
      if (!row.values.issue) continue
      this.count(row)
      issues.add(row.values.issue)
    }
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
