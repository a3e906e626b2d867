import { ClockBoard } from '@domain/clocks/clock-board'
import type { Instant } from '@domain/model/value'
import { useSyncExternalStore } from 'react'
import { giveWay, inTurns } from './pace'
import { useSession } from './queries'
import type { EngagementSession } from './session'

/**
 * The clocks of an open engagement, kept up as its rows change. What falls due when stands still while time goes by,
 * so nothing is done here by a timer: whoever shows a clock asks with the time it is.
 */
export class ClockView {
  readonly board: ClockBoard
  version = 0
  private readonly listeners = new Set<() => void>()
  private known = -1
  private opened = false
  private reading: Promise<void> = Promise.resolve()

  constructor(
    private readonly session: EngagementSession,
    private readonly now: () => Instant,
  ) {
    const { replica } = session
    this.board = new ClockBoard({
      issues: replica.rows('issue'),
      comments: replica.rows('comment'),
      engagements: replica.rows('engagement'),
    })
    this.known = this.versionOfRows()
    this.reading = inTurns(this.board.open(now())).then(() => {
      this.opened = true
      this.session.subscribe(() => this.follow())
      this.follow()
      this.announce()
    })
  }

  /** Whether every clock has been read once. */
  get isOpen(): boolean {
    return this.opened
  }

  /** Resolves when every clock has been read as things are now. */
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

  private versionOfRows(): number {
    return (
      this.session.version('issue') + this.session.version('comment') + this.session.version('engagement')
    )
  }

  private follow(): void {
    if (this.versionOfRows() === this.known) return
    this.known = this.versionOfRows()
    const steps = this.board.refresh(this.now())
    if (steps)
      this.reading = this.reading
        .then(giveWay)
        .then(() => inTurns(steps))
        .then(() => this.announce())
    else this.announce()
  }

  private announce(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}

const views = new WeakMap<EngagementSession, ClockView>()

/** The clocks of a session; one view for as long as the session is open. */
export function clockViewOf(session: EngagementSession, now: () => Instant): ClockView {
  const known = views.get(session)
  if (known) return known
  const view = new ClockView(session, now)
  views.set(session, view)
  return view
}

/** The clocks of the open engagement; draws again when one of them may read otherwise. */
export function useClocks(now: () => Instant): { readonly view: ClockView; readonly version: number } {
  const view = clockViewOf(useSession(), now)
  const version = useSyncExternalStore(view.subscribe, () => view.version)
  return { view, version }
}
