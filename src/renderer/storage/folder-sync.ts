import type { Instant } from '@domain/model/value'
import type { PassedOver, SyncRound } from './sync-folder'

/** A look into the folder costs little, and others may have put something there at any time. */
const every = 15_000
/** Several changes in a row are put there together. */
const afterChange = 2_000

/** What the looks into the sync folder came to so far. */
export interface FolderState {
  /** Its name; null where none is chosen, undefined while that is not known yet. */
  readonly folder: string | null | undefined
  readonly looking: boolean
  /** When the last look was done. */
  readonly lookedAt: Instant | undefined
  /** The last one that moved anything. */
  readonly moved: SyncRound | undefined
  readonly passedOver: readonly PassedOver[]
  readonly unlooked: number
  /** Why the last look was in vain. */
  readonly problem: string | undefined
}

/** What the schedule is handed, so that it reaches for no timer, folder or screen of its own. */
export interface FolderTools {
  readonly folder: () => Promise<{ readonly name: string } | null>
  readonly round: (signal: AbortSignal) => Promise<SyncRound>
  /** Calls back after every change to the engagement. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void
  /** Calls back once after so many milliseconds. Returns how to call it off. */
  readonly wait: (callback: () => void, ms: number) => () => void
  /** Told of every round that brought conflicts. */
  readonly tellConflicts: (count: number) => void
}

const unknown: FolderState = {
  folder: undefined,
  looking: false,
  lookedAt: undefined,
  moved: undefined,
  passedOver: [],
  unlooked: 0,
  problem: undefined,
}

/** Looks into the sync folder of one open engagement: at times while it runs, and whenever it is asked to. */
export class FolderSync {
  private current = unknown
  private readonly listeners = new Set<() => void>()
  private callOff: () => void = () => undefined
  private leave: () => void = () => undefined
  private running = false
  /** Something was written since the last look began. */
  private changed = false
  private round: Promise<void> | undefined
  private readonly stopping = new AbortController()

  constructor(private readonly tools: FolderTools) {}

  get state(): FolderState {
    return this.current
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Finds out which folder is chosen. */
  async readFolder(): Promise<void> {
    const folder = (await this.tools.folder())?.name ?? null
    this.show(folder === null ? { ...unknown, folder } : { ...this.current, folder })
  }

  /** Looks at once, and from then on by itself. */
  async start(): Promise<void> {
    this.running = true
    await this.readFolder()
    if (!this.running) return
    this.leave = this.tools.onChange(() => {
      this.changed = true
      if (!this.round) this.lookIn(afterChange)
    })
    await this.look()
  }

  stop(): void {
    this.running = false
    this.callOff()
    this.leave()
    this.stopping.abort()
  }

  /** One look; whoever asks while one is going on gets that one. */
  readonly look = (): Promise<void> => {
    this.round ??= this.lookNow().finally(() => {
      this.round = undefined
      if (this.running) this.lookIn(this.changed ? afterChange : every)
    })
    return this.round
  }

  private lookIn(ms: number): void {
    this.callOff()
    if (!this.current.folder) return
    this.callOff = this.tools.wait(() => void this.look(), ms)
  }

  private async lookNow(): Promise<void> {
    this.callOff()
    this.changed = false
    if (!this.current.folder || this.stopping.signal.aborted) return
    this.show({ ...this.current, looking: true })
    try {
      const round = await this.tools.round(this.stopping.signal)
      const moved = round.brought > 0 || round.sent > 0 ? round : this.current.moved
      const { at: lookedAt, passedOver, unlooked } = round
      this.show({
        ...this.current,
        looking: false,
        lookedAt,
        moved,
        passedOver,
        unlooked,
        problem: undefined,
      })
      if (round.conflicts > 0) this.tools.tellConflicts(round.conflicts)
    } catch (error) {
      if (this.stopping.signal.aborted) return
      const problem = error instanceof Error ? error.message : String(error)
      this.show({ ...this.current, looking: false, problem })
    }
  }

  private show(state: FolderState): void {
    this.current = state
    for (const listener of this.listeners) listener()
  }
}
