import { describe, expect, it } from 'vitest'
import { FolderSync } from '../../../src/renderer/storage/folder-sync'
import type { SyncRound } from '../../../src/renderer/storage/sync-folder'

const quiet: SyncRound = { at: 1, brought: 0, sent: 0, conflicts: 0, passedOver: [], unlooked: 0 }

/** A folder, a timer and an engagement made of plain variables. */
class Bench {
  folder: { name: string } | null = { name: 'Shared' }
  answers: (SyncRound | Error)[] = []
  rounds = 0
  readonly conflicts: number[] = []
  /** What the schedule waits for: after how long, and what then. */
  waiting: { ms: number; run: () => void } | undefined
  private listener: () => void = () => undefined
  /** Set to hold rounds back until it is called. */
  letGo: (() => void) | undefined

  readonly sync = new FolderSync({
    folder: async () => this.folder,
    round: async () => {
      this.rounds++
      if (this.letGo) await new Promise<void>((go) => (this.letGo = go))
      const answer = this.answers.shift() ?? quiet
      if (answer instanceof Error) throw answer
      return answer
    },
    onChange: (listener) => {
      this.listener = listener
      return () => {
        this.listener = () => undefined
      }
    },
    wait: (run, ms) => {
      const waiting = { ms, run }
      this.waiting = waiting
      return () => {
        if (this.waiting === waiting) this.waiting = undefined
      }
    },
    tellConflicts: (count) => this.conflicts.push(count),
  })

  change() {
    this.listener()
  }

  async tick() {
    const { waiting } = this
    this.waiting = undefined
    waiting?.run()
    await this.sync.look()
  }
}

describe('the schedule of the sync folder', () => {
  it('looks on opening and every quarter of a minute', async () => {
    const bench = new Bench()
    await bench.sync.start()
    expect(bench.rounds).toBe(1)
    expect(bench.waiting?.ms).toBe(15_000)
    bench.waiting?.run()
    await expect.poll(() => bench.rounds).toBe(2)
    await expect.poll(() => bench.waiting?.ms).toBe(15_000)
  })

  it('looks two seconds after the last of several changes', async () => {
    const bench = new Bench()
    await bench.sync.start()
    bench.change()
    bench.change()
    expect(bench.waiting?.ms).toBe(2_000)
    expect(bench.rounds).toBe(1)
  })

  it('looks again soon where something was written while it looked', async () => {
    const bench = new Bench()
    bench.letGo = () => undefined
    const started = bench.sync.start()
    await expect.poll(() => bench.rounds).toBe(1)
    bench.change()
    expect(bench.waiting).toBeUndefined()
    bench.letGo()
    await started
    expect(bench.waiting?.ms).toBe(2_000)
  })

  it('does nothing by itself without a folder, nor after it was stopped', async () => {
    const bench = new Bench()
    bench.folder = null
    await bench.sync.start()
    bench.change()
    expect(bench).toMatchObject({ rounds: 0, waiting: undefined })
    expect(bench.sync.state.folder).toBeNull()

    const stopped = new Bench()
    await stopped.sync.start()
    stopped.sync.stop()
    stopped.change()
    expect(stopped.waiting).toBeUndefined()
  })

  it('never looks by itself when it was not started, only when asked', async () => {
    const bench = new Bench()
    await bench.sync.readFolder()
    bench.change()
    expect(bench).toMatchObject({ rounds: 0, waiting: undefined })
    await bench.sync.look()
    expect(bench).toMatchObject({ rounds: 1, waiting: undefined })
  })

  it('gives whoever asks twice the one look that is going on', async () => {
    const bench = new Bench()
    await bench.sync.readFolder()
    await Promise.all([bench.sync.look(), bench.sync.look()])
    expect(bench.rounds).toBe(1)
  })

  it('keeps what moved last, and tells each round’s conflicts once', async () => {
    const bench = new Bench()
    const moved = { ...quiet, at: 2, brought: 7, conflicts: 2 }
    bench.answers = [moved, { ...quiet, at: 3 }]
    await bench.sync.readFolder()
    await bench.sync.look()
    await bench.sync.look()
    expect(bench.sync.state).toMatchObject({ lookedAt: 3, moved, problem: undefined })
    expect(bench.conflicts).toEqual([2])
  })

  it('says why a look was in vain, goes on, and forgets it when the next one works', async () => {
    const bench = new Bench()
    bench.answers = [new Error('The sync folder is not there.')]
    await bench.sync.start()
    expect(bench.sync.state).toMatchObject({ problem: 'The sync folder is not there.', looking: false })
    expect(bench.waiting?.ms).toBe(15_000)
    await bench.tick()
    expect(bench.sync.state.problem).toBeUndefined()
  })
})
