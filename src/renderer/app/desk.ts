import { DamagedEngagement } from '../storage/load'
import type { EngagementEntry } from '../storage/profile'
import type { EngagementSession } from '../storage/session'
import type { EngagementDoor } from '../view-state/engagement-door'

/** What lies on the desk: nothing yet, an engagement, or the way to one. */
export type Place =
  | { readonly kind: 'start'; readonly problem?: string }
  | { readonly kind: 'opening'; readonly id: string }
  | { readonly kind: 'open'; readonly id: string; readonly session: EngagementSession }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string; readonly damaged: boolean }
  | { readonly kind: 'restoring'; readonly done: number; readonly total: number }

/** What the desk needs of the workspace. */
export interface Shelf {
  readonly engagements: readonly EngagementEntry[]
  open(id: string): Promise<EngagementSession>
  restore(
    backupName: string,
    report: (progress: { readonly done: number; readonly total: number }) => void,
  ): Promise<string>
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Holds the one engagement that is open, and closes it before another is opened. */
export class Desk implements EngagementDoor {
  private current: Place = { kind: 'start' }
  private readonly listeners = new Set<() => void>()
  private turn = 0

  /** @param tell says what went wrong where the place on the desk does not */
  constructor(
    private readonly shelf: Shelf,
    private readonly tell: (problem: string) => void,
  ) {}

  get place(): Place {
    return this.current
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Goes on where the user left off; at the start where there is nothing to go on with. */
  openLast(): void {
    const last = this.shelf.engagements.find((entry) => !entry.archived)
    if (last) this.open(last.id)
  }

  readonly open = (id: string): void => {
    void this.bring(id)
  }

  readonly restore = (backupName: string): void => {
    void this.bringBack(backupName)
  }

  private async bring(id: string): Promise<void> {
    const turn = ++this.turn
    await this.leaveFor({ kind: 'opening', id })
    try {
      const session = await this.shelf.open(id)
      if (turn === this.turn) this.show({ kind: 'open', id, session })
      else await session.close()
    } catch (error) {
      if (turn !== this.turn) return
      this.show({
        kind: 'failed',
        id,
        message: messageOf(error),
        damaged: error instanceof DamagedEngagement,
      })
    }
  }

  private async bringBack(backupName: string): Promise<void> {
    const before = this.current
    this.turn++
    await this.leaveFor({ kind: 'restoring', done: 0, total: 0 })
    try {
      const id = await this.shelf.restore(backupName, ({ done, total }) =>
        this.show({ kind: 'restoring', done, total }),
      )
      await this.bring(id)
    } catch (error) {
      const problem = `The backup could not be restored; nothing was changed. ${messageOf(error)}`
      if (before.kind === 'start') return this.show({ kind: 'start', problem })
      if (before.kind === 'failed') return this.show({ ...before, message: problem })
      this.tell(problem)
      if (before.kind === 'open') await this.bring(before.id)
    }
  }

  private async leaveFor(place: Place): Promise<void> {
    const before = this.current
    this.show(place)
    if (before.kind === 'open') await before.session.close()
  }

  private show(place: Place): void {
    this.current = place
    for (const listener of this.listeners) listener()
  }
}
