import type { Intent } from '@domain/merge/intent'
import type { Instant } from '@domain/model/value'
import type { IssueRow } from '@domain/triage/as-of'
import type { Planned, Refused } from '@domain/triage/plan'
import { recordDecision } from '@domain/triage/triage-record'
import type { InboxView } from '../../storage/inbox-view'
import type { Change, EngagementSession } from '../../storage/session'

/** What somebody decides of the issue in sight. */
export interface Decision {
  readonly plan: Planned | Refused
  /** How the record of the session tells it. */
  readonly words: string
  /** The issue leaves the inbox, and the next one comes. */
  readonly isDone?: boolean
  /** Issues that this brings into the inbox. */
  readonly added?: number
}

export interface TriageTools {
  readonly session: EngagementSession
  readonly inbox: InboxView
  readonly write: (label: string, intents: readonly Intent[]) => Promise<Change | undefined>
  readonly refuse: (reason: string) => void
  readonly now: () => Instant
  readonly newId: () => string
  /** Who decides. */
  readonly by: () => string
}

/**
 * One walk through the inbox. Everything happens in the order of the keys, one after the other: what is typed
 * faster than the disk writes still meets the issue it was meant for.
 */
export class TriageRun {
  /** Bumped with everything that the screen shows of the walk. */
  version = 0
  /** The issues seen, in order; `place` is the one in sight. */
  private trail: string[] = []
  private place = -1
  private sitting: string | undefined
  private readonly decidedOf = new Map<string, string>()
  private readonly listeners = new Set<() => void>()
  private working: Promise<void> = Promise.resolve()

  constructor(private readonly tools: TriageTools) {}

  /** Key of the issue in sight. */
  get current(): string | undefined {
    return this.trail[this.place]
  }

  get canGoBack(): boolean {
    return this.place > 0
  }

  /** Key of the session's record, once something has been decided in it. */
  get sessionKey(): string | undefined {
    return this.sitting
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Brings the most urgent issue where none is in sight, or the one in sight is gone. */
  begin(): void {
    void this.inTurn(async () => {
      await this.tools.inbox.settled()
      const key = this.current
      if (key !== undefined && this.tools.session.replica.rows('issue').get(key)?.values.removed !== true)
        return
      this.goOn()
    })
  }

  /** @param make is asked with the row as it stands when its turn comes; undefined where nothing is to be done. */
  decide(make: (row: IssueRow) => Decision | undefined): Promise<boolean> {
    return this.inTurn(async () => {
      const row = this.row()
      const decision = row && make(row)
      return row && decision ? this.carryOut(row, decision) : false
    })
  }

  /** Ends with the issue in sight: what `make` says is written where it still waits, and the next one comes. */
  done(make: (row: IssueRow) => Decision): void {
    void this.inTurn(async () => {
      const row = this.row()
      if (row && this.tools.inbox.inbox.has(row.key)) await this.carryOut(row, make(row))
      else this.goOn()
    })
  }

  skip(): void {
    void this.inTurn(async () => this.goOn())
  }

  back(): void {
    void this.inTurn(async () => {
      if (this.canGoBack) this.place--
      this.announce()
    })
  }

  /** Shows the issue that a change was about, which has just been undone. */
  returnTo(change: string): void {
    const key = this.decidedOf.get(change)
    if (key !== undefined) this.show(key)
  }

  /** Puts an issue in sight, next to the one that is. */
  show(key: string): void {
    void this.inTurn(async () => {
      if (key === this.current) return
      const seen = this.trail.lastIndexOf(key)
      if (seen >= 0) this.place = seen
      else this.trail.splice(++this.place, 0, key)
      this.announce()
    })
  }

  /** Does something with the issue in sight once everything typed before is done. */
  afterwards(work: () => void): void {
    void this.inTurn(async () => work())
  }

  private row(): IssueRow | undefined {
    const key = this.current
    return key === undefined ? undefined : this.tools.session.replica.rows('issue').get(key)
  }

  private async carryOut(row: IssueRow, decision: Decision): Promise<boolean> {
    const { session, inbox, write, refuse, now, newId, by } = this.tools
    const { plan, words, isDone = false, added = 0 } = decision
    if (!plan.ok) {
      refuse(plan.reason)
      return false
    }
    if (plan.intents.length > 0) {
      this.sitting ??= newId()
      const left = inbox.inbox.size - (isDone && inbox.inbox.has(row.key) ? 1 : 0) + added
      const standing = session.replica.rows('triageSession').get(this.sitting)
      const sitting = { key: this.sitting, by: by(), now: now(), left }
      const record = recordDecision(standing, sitting, row.key, words)
      const change = await write(plan.label, [...plan.intents, record])
      if (!change) return false
      this.decidedOf.set(change.id, row.key)
      await inbox.settled()
    }
    if (isDone) this.goOn()
    else this.announce()
    return true
  }

  /** To the issue after this one: one seen before, or the most urgent that was not, or the most urgent of all. */
  private goOn(): void {
    const { inbox } = this.tools.inbox
    const { current } = this
    const ahead = this.trail.findIndex((key, place) => place > this.place && inbox.has(key))
    if (ahead >= 0) this.place = ahead
    else {
      const next = this.nextUnseen() ?? first(inbox.keys(), (key) => key !== current)
      if (next !== undefined) this.place = this.trail.push(next) - 1
      else if (current === undefined || !inbox.has(current)) {
        // Nothing waits any more: the session is over, and whoever comes back begins another.
        this.place = -1
        this.trail = []
        this.sitting = undefined
      }
    }
    this.announce()
  }

  private nextUnseen(): string | undefined {
    const seen = new Set(this.trail)
    return first(this.tools.inbox.inbox.keys(), (key) => !seen.has(key))
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.working.then(work)
    this.working = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }

  private announce(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}

function first<T>(items: Iterable<T>, passes: (item: T) => boolean): T | undefined {
  for (const item of items) if (passes(item)) return item
  return undefined
}
