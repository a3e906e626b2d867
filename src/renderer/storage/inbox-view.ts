import type { PolicyHistory } from '@domain/clocks/policy'
import type { Instant } from '@domain/model/value'
import type { IssueRow } from '@domain/triage/as-of'
import { Inbox } from '@domain/triage/inbox'
import { useSyncExternalStore } from 'react'
import { type ClockView, clockViewOf } from './clock-view'
import { inTurns } from './pace'
import { useSession } from './queries'
import type { EngagementSession } from './session'

/** The inbox of an open engagement, kept up as its rows and its clocks change. */
export class InboxView {
  readonly inbox: Inbox
  version = 0
  private readonly clocks: ClockView
  private readonly listeners = new Set<() => void>()
  private policies: PolicyHistory | undefined
  private opened = false
  private reading: Promise<void>

  constructor(
    session: EngagementSession,
    private readonly now: () => Instant,
  ) {
    this.clocks = clockViewOf(session, now)
    this.inbox = new Inbox(session.replica.rows('issue'), (row) => this.acknowledgeDue(row))
    this.reading = this.open()
  }

  /** Whether the issues have been read once; until then nobody can say whether any waits. */
  get isOpen(): boolean {
    return this.opened
  }

  /** Resolves when the inbox is as the rows are. */
  async settled(): Promise<void> {
    let reading: Promise<void>
    do {
      reading = this.reading
      await reading
    } while (reading !== this.reading)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Takes in what has changed, also by time alone: a hold may be over. */
  readonly follow = (): void => {
    this.reading = this.reading.then(() => this.takeIn())
  }

  private async open(): Promise<void> {
    await this.clocks.settled()
    this.policies = this.clocks.board.policies
    await inTurns(this.inbox.open(this.now()))
    this.opened = true
    this.clocks.subscribe(this.follow)
    await this.takeIn()
  }

  private async takeIn(): Promise<void> {
    if (!this.opened) return
    const { policies } = this.clocks.board
    const refreshing = this.inbox.refresh(this.now())
    const steps = policies === this.policies ? refreshing : this.inbox.readAll(this.now())
    this.policies = policies
    if (steps) await inTurns(steps)
    this.version++
    for (const listener of this.listeners) listener()
  }

  private acknowledgeDue(row: IssueRow): Instant | undefined {
    const clocks = this.clocks.board.clocksOf(row, this.now())
    return clocks.find(({ kind, state }) => kind === 'acknowledge' && state === 'running')?.dueAt
  }
}

const views = new WeakMap<EngagementSession, InboxView>()

/** The inbox of a session; one for as long as the session is open. */
export function inboxViewOf(session: EngagementSession, now: () => Instant): InboxView {
  const known = views.get(session)
  if (known) return known
  const view = new InboxView(session, now)
  views.set(session, view)
  return view
}

/** The inbox of the open engagement; draws again when it may hold other issues. */
export function useInbox(now: () => Instant): { readonly view: InboxView; readonly version: number } {
  const view = inboxViewOf(useSession(), now)
  const version = useSyncExternalStore(view.subscribe, () => view.version)
  return { view, version }
}
