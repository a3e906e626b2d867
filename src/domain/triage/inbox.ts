import { assumedSeverity } from '../clocks/policy'
import { momentsOf } from '../merge/trail'
import type { Severity } from '../model/issue'
import type { Instant } from '../model/value'
import { type IssueRow, raisedAt } from './as-of'
import { IssuePositions } from './issue-positions'

/** Why an issue waits for a decision. */
export type InboxReason = 'new' | 'returned' | 'hold-over'

/** Undefined where nobody has to decide anything about the issue now. */
export function inboxReason({ values }: IssueRow, now: Instant): InboxReason | undefined {
  if (values.removed) return undefined
  const status = values.status ?? 'new'
  if (status === 'new' || status === 'returned') return status
  const isOver = status === 'on-hold' && values.holdUntil != null && values.holdUntil <= now
  return isOver ? 'hold-over' : undefined
}

interface Waiting {
  readonly key: string
  readonly severity: Severity
  /** When it is to be acknowledged; Infinity where no clock runs. */
  readonly dueAt: Instant
  readonly raisedAt: Instant
  readonly since: Instant
}

/** When an issue is to be acknowledged; undefined where no clock for that runs. */
export type AcknowledgeDue = (row: IssueRow) => Instant | undefined

const readBetweenYields = 500

/**
 * The issues that wait for triage, most urgent first: by severity, then by when they are to be acknowledged, then by
 * age. Kept up with the rows, so that a change costs what it touches.
 */
export class Inbox {
  private readonly positions = new IssuePositions()
  private readonly waiting = new Map<string, Waiting>()
  private order: Waiting[] = []
  /** Issues on hold that come back by themselves, and when. */
  private readonly held = new Map<string, Instant>()

  constructor(
    private readonly issues: ReadonlyMap<string, IssueRow>,
    private readonly dueOf: AcknowledgeDue,
  ) {}

  get size(): number {
    return this.order.length
  }

  has(key: string): boolean {
    return this.waiting.has(key)
  }

  /** Most urgent first. */
  *keys(): Generator<string, void> {
    for (const { key } of this.order) yield key
  }

  /** Those that waited at that time already and have been left waiting, most urgent first. */
  waitingSince(instant: Instant): string[] {
    return this.order.filter(({ since }) => since <= instant).map(({ key }) => key)
  }

  /** How many issues on hold come back by themselves, and when the first of them does. */
  comingBack(): { readonly count: number; readonly first: Instant | undefined } {
    let first: Instant | undefined
    for (const until of this.held.values()) if (first === undefined || until < first) first = until
    return { count: this.held.size, first }
  }

  /** Takes in all rows, in steps. */
  *open(now: Instant): Generator<void, void> {
    yield* this.positions.takeIn(this.issues)
    yield* this.readAll(now)
  }

  /** Takes in the rows as they are now, and holds that have ended. Returns steps to take where there is much to do. */
  refresh(now: Instant): Generator<void, void> | undefined {
    const { changed, addedFrom } = this.positions.refresh(this.issues)
    const { rows, size } = this.positions
    if (changed.length + size - addedFrom > readBetweenYields) return this.readAll(now)
    for (const position of changed) this.read(rows[position], now)
    for (let position = addedFrom; position < size; position++) this.read(rows[position], now)
    for (const [key, until] of this.held) if (until <= now) this.read(this.issues.get(key), now)
    return undefined
  }

  /** Reads every issue again, in steps: what was promised has changed, or much has come. */
  *readAll(now: Instant): Generator<void, void> {
    const read: Waiting[] = []
    const held: [string, Instant][] = []
    let done = 0
    for (const row of this.positions.rows) {
      const waiting = this.waitingOf(row, now)
      if (waiting) read.push(waiting)
      else if (isHeld(row)) held.push([row.key, row.values.holdUntil as Instant])
      if (++done % readBetweenYields === 0) yield
    }
    this.waiting.clear()
    this.held.clear()
    for (const waiting of read) this.waiting.set(waiting.key, waiting)
    for (const [key, until] of held) this.held.set(key, until)
    this.order = read.sort(compare)
  }

  private read(row: IssueRow | undefined, now: Instant): void {
    if (!row) return
    const former = this.waiting.get(row.key)
    if (former) this.order.splice(this.placeOf(former), 1)
    this.waiting.delete(row.key)
    this.held.delete(row.key)
    const waiting = this.waitingOf(row, now)
    if (waiting) {
      this.waiting.set(row.key, waiting)
      this.order.splice(this.placeOf(waiting), 0, waiting)
    } else if (isHeld(row)) this.held.set(row.key, row.values.holdUntil as Instant)
  }

  private waitingOf(row: IssueRow, now: Instant): Waiting | undefined {
    if (!inboxReason(row, now)) return undefined
    const { severity, reportedSeverity } = row.values
    return {
      key: row.key,
      severity: severity ?? reportedSeverity ?? assumedSeverity,
      dueAt: this.dueOf(row) ?? Number.POSITIVE_INFINITY,
      raisedAt: raisedAt(row),
      since: waitsSince(row),
    }
  }

  private placeOf(waiting: Waiting): number {
    let low = 0
    let high = this.order.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(this.order[middle] as Waiting, waiting) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Since when people could know that it waits: what was imported does so since it was, a hold since it is over. */
function waitsSince(row: IssueRow): Instant {
  const { status, holdUntil } = row.values
  const told = momentsOf(row, 'status').at(-1)?.knownAt ?? row.heads.knownAt(row.begun)
  return status === 'on-hold' ? Math.max(told, holdUntil ?? told) : told
}

const isHeld = ({ values }: IssueRow) =>
  !values.removed && values.status === 'on-hold' && values.holdUntil != null

/** No two are alike. */
function compare(a: Waiting, b: Waiting): number {
  if (a.severity !== b.severity) return a.severity - b.severity
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1
  if (a.raisedAt !== b.raisedAt) return a.raisedAt - b.raisedAt
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
