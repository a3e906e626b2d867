import type { Row } from '../merge/row'
import { engagementKey } from '../model/engagement'
import type { Comment, Engagement } from '../model/entities'
import type { Instant } from '../model/value'
import { type IssueRow, isEnded, raisedAt } from '../triage/as-of'
import { IssuePositions } from '../triage/issue-positions'
import { type ClockContext, type ClockReading, clocksOf, unstoppedClocksOf } from './clock'
import { Deadlines } from './deadlines'
import { LastComments } from './last-comments'
import { type PolicyHistory, policyHistory } from './policy'

export interface ClockTables {
  readonly issues: ReadonlyMap<string, IssueRow>
  readonly comments: ReadonlyMap<string, Row<Comment>>
  readonly engagements: ReadonlyMap<string, Row<Engagement>>
}

/** More changed issues than this are read in steps. */
const mostAtOnce = 500

/**
 * The clocks of all open issues, kept up with the rows: which fall due next, and which have. Opened once in steps;
 * after that a change costs what it touches.
 */
export class ClockBoard {
  readonly deadlines = new Deadlines()
  private readonly positions = new IssuePositions()
  private readonly comments: LastComments
  /** While all are read in steps: rows that have changed since then, and may have been read before. */
  private changedMeanwhile: Set<IssueRow> | undefined
  private policyRevision = -1
  private history: PolicyHistory = policyHistory(undefined)

  constructor(private readonly tables: ClockTables) {
    this.comments = new LastComments(tables.comments)
  }

  get policies(): PolicyHistory {
    return this.history
  }

  /** What a clock is read with. */
  context(now: Instant): ClockContext {
    return { now, policies: this.history, commentedAt: this.comments.of }
  }

  clocksOf(row: IssueRow, now: Instant): readonly ClockReading[] {
    return clocksOf(row, this.context(now))
  }

  /** Reads every clock, in steps. */
  *open(now: Instant): Generator<void, void> {
    this.takePolicy()
    yield* this.comments.takeIn()
    yield* this.positions.takeIn(this.tables.issues)
    yield* this.readAll(now)
  }

  /** Takes in the rows as they are now. Returns steps to take where everything has to be read anew. */
  refresh(now: Instant): Generator<void, void> | undefined {
    const commented = this.comments.refresh()
    const { changed, addedFrom } = this.positions.refresh(this.tables.issues)
    if (this.takePolicy()) return this.readAll(now)
    const { rows, size } = this.positions
    const touched = new Set(changed)
    for (let position = addedFrom; position < size; position++) touched.add(position)
    for (const issue of commented) {
      const position = this.positions.of(issue)
      if (position !== undefined) touched.add(position)
    }
    if (touched.size > mostAtOnce) return this.readAll(now)
    for (const position of touched) {
      const row = rows[position]
      if (!row) continue
      this.changedMeanwhile?.add(row)
      this.readOne(row, now)
    }
    return undefined
  }

  private *readAll(now: Instant): Generator<void, void> {
    const changed = new Set<IssueRow>()
    this.changedMeanwhile = changed
    yield* this.deadlines.replace(this.readings(now))
    this.changedMeanwhile = undefined
    for (const row of changed) this.readOne(row, now)
  }

  private *readings(now: Instant): Generator<readonly [string, readonly ClockReading[]]> {
    for (const row of this.positions.rows) if (isRunning(row)) yield [row.key, this.fallingOf(row, now)]
  }

  private readOne(row: IssueRow, now: Instant): void {
    this.deadlines.set(row.key, isRunning(row) ? this.fallingOf(row, now) : [])
  }

  /** The clocks of an issue that may fall due; one that will only be raised has them from then on. */
  private fallingOf(row: IssueRow, now: Instant): readonly ClockReading[] {
    return unstoppedClocksOf(row, this.context(Math.max(now, raisedAt(row))))
  }

  private takePolicy(): boolean {
    const row = this.tables.engagements.get(engagementKey)
    const revision = row?.revision ?? -1
    if (revision === this.policyRevision) return false
    this.policyRevision = revision
    this.history = policyHistory(row)
    return true
  }
}

const isRunning = ({ values }: IssueRow) => values.removed !== true && !isEnded(values.status ?? 'new')
