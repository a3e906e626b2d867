import { isDemo } from '@domain/demo/name'
import type { Prepared } from '../storage/load'
import { errorDetails, type OpeningProblem, openingProblem } from '../storage/opening-problem'
import type { EngagementEntry } from '../storage/profile'
import type { EngagementSession } from '../storage/session'
import type { DemoChoice } from '../storage/workspace'
import type { EngagementDoor, Work } from '../view-state/engagement-door'
import { Cancelled, type Progress, type Report } from '../workers/rpc'

/** What lies on the desk: nothing yet, an engagement, or the way to one. */
export type Place =
  | { readonly kind: 'start'; readonly setback?: Setback }
  | { readonly kind: 'opening'; readonly id: string }
  | { readonly kind: 'open'; readonly id: string; readonly session: EngagementSession }
  | {
      readonly kind: 'failed'
      readonly id: string
      readonly problem: OpeningProblem
      readonly setback?: Setback
    }
  /** Something long that ends in an engagement, and that can be cancelled. */
  | { readonly kind: 'working'; readonly title: string; readonly progress: Progress }

/** Something tried in vain: in plain words, and what the programs said about it where that is something else. */
export interface Setback {
  readonly text: string
  readonly details?: string
}

/** What the desk needs of the workspace. */
export interface Shelf {
  readonly engagements: readonly EngagementEntry[]
  open(id: string, preparing?: Promise<Prepared | undefined>): Promise<EngagementSession>
  restore(backupName: string, report: Report, signal: AbortSignal): Promise<string>
  createDemo(options: DemoChoice, report: Report, signal: AbortSignal): Promise<string>
}

/** Enough issues to try every list and figure on; the seed makes the same demo for everyone. */
const demoOptions = { issues: 600, seed: 1 }

/** Errors with a code say what happened in words for people; any other is for whoever is asked for help. */
function setbackOf(failure: string, error: unknown): Setback {
  const { code } = (error ?? {}) as { code?: unknown }
  if (error instanceof Error && typeof code === 'string' && code !== 'unexpected')
    return { text: `${failure} ${error.message}` }
  return { text: failure, details: errorDetails(error) }
}

/** Holds the one engagement that is open, and closes it before another is opened. */
export class Desk implements EngagementDoor {
  private current: Place = { kind: 'start' }
  private readonly listeners = new Set<() => void>()
  private turn = 0
  private working: AbortController | undefined

  /**
   * @param tell says what went wrong where the place on the desk does not
   * @param makeReady what is worth waiting for before an engagement is shown
   */
  constructor(
    private readonly shelf: Shelf,
    private readonly tell: (problem: string) => void,
    private readonly makeReady: (session: EngagementSession) => Promise<void> = async () => undefined,
  ) {}

  get place(): Place {
    return this.current
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Goes on where the user left off; at the start where there is nothing to go on with.
   * @param preparing rows that are most likely those to go on with
   */
  async openLast(preparing?: Promise<Prepared | undefined>): Promise<void> {
    const last = this.shelf.engagements.find((entry) => !entry.archived)
    if (last) await this.bring(last.id, preparing)
  }

  readonly open = (id: string): void => {
    void this.bring(id)
  }

  readonly openDemo = (whole = false): void => {
    const existing = this.shelf.engagements.find((entry) => !entry.archived && isDemo(entry, whole))
    if (existing) this.open(existing.id)
    else
      this.work({
        title: 'Making the demo engagement',
        failure: 'The demo engagement could not be made; nothing was kept of it.',
        tooLate: 'The demo engagement was made before it could be stopped.',
        run: (report, signal) => this.shelf.createDemo({ ...demoOptions, whole }, report, signal),
      })
  }

  readonly restore = (backupName: string): void => {
    this.work({
      title: 'Restoring the backup',
      failure: 'The backup could not be restored; nothing was changed.',
      tooLate:
        'The backup was in place before it could be stopped. What was there before is in the backup “before restore”.',
      run: (report, signal) => this.shelf.restore(backupName, report, signal),
    })
  }

  readonly work = (work: Work): void => {
    void this.run(work)
  }

  /** Stops what is being made or restored; the desk then shows again what was on it before. */
  readonly cancel = (): void => {
    this.working?.abort(new Cancelled())
  }

  private async bring(id: string, preparing?: Promise<Prepared | undefined>): Promise<void> {
    const turn = ++this.turn
    await this.leaveFor({ kind: 'opening', id })
    try {
      const session = await this.shelf.open(id, preparing)
      await this.makeReady(session)
      if (turn === this.turn) this.show({ kind: 'open', id, session })
      else await session.close()
    } catch (error) {
      if (turn !== this.turn) return
      this.show({
        kind: 'failed',
        id,
        problem: openingProblem(error),
      })
    }
  }

  private async run({ title, failure, tooLate, run }: Work): Promise<void> {
    const before = this.current
    this.turn++
    const working = new AbortController()
    this.working = working
    const report = (progress: Progress) => {
      if (this.working === working) this.show({ kind: 'working', title, progress })
    }
    await this.leaveFor({ kind: 'working', title, progress: { step: 'Getting ready', done: 0, total: 0 } })
    try {
      const id = await run(report, working.signal).finally(() => {
        this.working = undefined
      })
      if (working.signal.aborted) this.tell(tooLate)
      await this.bring(id)
    } catch (error) {
      await this.goBack(before, error instanceof Cancelled ? undefined : setbackOf(failure, error))
    }
  }

  private async goBack(before: Place, setback: Setback | undefined): Promise<void> {
    if (before.kind === 'start' || before.kind === 'failed') {
      const { setback: _, ...place } = before
      return this.show({ ...place, ...(setback && { setback }) })
    }
    if (setback) this.tell(setback.text)
    if (before.kind === 'open') await this.bring(before.id)
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
