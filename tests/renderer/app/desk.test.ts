import { BundleProblem } from '@domain/bundle/problem'
import { demoName } from '@domain/demo/name'
import { describe, expect, it } from 'vitest'
import { Desk, type Shelf } from '../../../src/renderer/app/desk'
import { DamagedEngagement } from '../../../src/renderer/storage/load'
import type { EngagementEntry } from '../../../src/renderer/storage/profile'
import type { EngagementSession } from '../../../src/renderer/storage/session'
import type { Report } from '../../../src/renderer/workers/rpc'

const entry = (id: string, archived = false): EngagementEntry => ({
  id,
  name: id,
  client: '',
  system: '',
  createdAt: 0,
  openedAt: 0,
  archived,
  demo: false,
})

/** A shelf that notes what is done with it; `open` waits for `deliver` where it is told to. */
class NotingShelf implements Shelf {
  readonly log: string[] = []
  readonly waiting = new Map<string, () => void>()
  failure: Error | undefined
  restoreFailure: Error | undefined
  /** `no notice`: it is done in the very moment in which it is stopped. */
  takes: 'no time' | 'long' | 'no notice' = 'no time'

  constructor(readonly engagements: readonly EngagementEntry[]) {}

  async open(id: string): Promise<EngagementSession> {
    if (this.waiting.has(id)) await new Promise<void>((deliver) => this.waiting.set(id, deliver))
    if (this.failure) throw this.failure
    this.log.push(`open ${id}`)
    const session: Pick<EngagementSession, 'id' | 'close'> = {
      id,
      close: async () => {
        this.log.push(`close ${id}`)
      },
    }
    // The desk only ever closes a session; the rest of it is not needed here.
    return session as EngagementSession
  }

  async restore(name: string, report: Report, signal: AbortSignal): Promise<string> {
    if (this.restoreFailure) throw this.restoreFailure
    await this.longWork(report, signal)
    this.log.push(`restore ${name}`)
    return 'restored'
  }

  async createDemo(_: unknown, report: Report, signal: AbortSignal): Promise<string> {
    await this.longWork(report, signal)
    this.log.push('make the demo')
    return 'demo'
  }

  /** Where it is told to take long it goes on until it is stopped. */
  private async longWork(report: Report, signal: AbortSignal): Promise<void> {
    report({ step: 'Half of it', done: 1, total: 2 })
    if (this.takes === 'long' || this.takes === 'no notice')
      await new Promise((stopped) => signal.addEventListener('abort', stopped))
    if (this.takes === 'long') signal.throwIfAborted()
  }
}

/** Waits until the desk shows a place of this kind. */
function shows(desk: Desk, kind: string): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (desk.place.kind !== kind) return
      stop()
      resolve()
    }
    const stop = desk.subscribe(check)
    check()
  })
}

describe('the desk', () => {
  it('goes on with the last opened engagement that is not archived', async () => {
    const shelf = new NotingShelf([entry('a', true), entry('b'), entry('c')])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    await desk.openLast()
    expect(desk.place.kind).toBe('open')
    expect(shelf.log).toEqual(['open b'])
  })

  it('stays at the start when there is nothing to go on with', async () => {
    const desk = new Desk(new NotingShelf([entry('a', true)]), () => undefined)
    await desk.openLast()
    expect(desk.place).toEqual({ kind: 'start' })
  })

  it('shows an engagement when it has been made ready', async () => {
    const shelf = new NotingShelf([entry('a')])
    let ready = () => {}
    const made = new Promise<void>((resolve) => {
      ready = resolve
    })
    const desk = new Desk(
      shelf,
      () => undefined,
      async (session) => {
        shelf.log.push(`make ${session.id} ready`)
        await made
      },
    )
    const opened = desk.openLast()
    await expect.poll(() => shelf.log).toEqual(['open a', 'make a ready'])
    expect(desk.place.kind).toBe('opening')
    ready()
    await opened
    expect(desk.place.kind).toBe('open')
  })

  it('closes one engagement before it opens another', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.open('a')
    await shows(desk, 'open')
    desk.open('b')
    await shows(desk, 'opening')
    await shows(desk, 'open')
    expect(shelf.log).toEqual(['open a', 'close a', 'open b'])
  })

  it('shows the one asked for last, and closes one that arrives too late', async () => {
    const shelf = new NotingShelf([])
    shelf.waiting.set('slow', () => undefined)
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.open('slow')
    desk.open('quick')
    await shows(desk, 'open')
    shelf.waiting.get('slow')?.()
    await expect.poll(() => shelf.log).toEqual(['open quick', 'open slow', 'close slow'])
    expect(desk.place).toMatchObject({ kind: 'open', id: 'quick' })
  })

  it('tells damage from other failures', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    shelf.failure = new DamagedEngagement('a', 'damaged', 'A checksum differs.', 3)
    desk.open('a')
    await shows(desk, 'failed')
    expect(desk.place).toMatchObject({
      problem: { kind: 'damaged', segment: 3, details: 'DamagedEngagement: A checksum differs.' },
    })

    shelf.failure = new Error('cannot read properties of undefined')
    desk.open('a')
    await shows(desk, 'opening')
    await shows(desk, 'failed')
    expect(desk.place).toMatchObject({
      problem: { kind: 'unexpected', details: 'Error: cannot read properties of undefined' },
    })
  })

  it('closes what is open before it restores a backup, and opens what came of it', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.open('a')
    await shows(desk, 'open')
    desk.restore('monday.warroom')
    await shows(desk, 'working')
    await shows(desk, 'open')
    expect(shelf.log).toEqual(['open a', 'close a', 'restore monday.warroom', 'open restored'])
  })

  it('goes back to the open engagement when a backup cannot be restored', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.open('a')
    await shows(desk, 'open')
    shelf.restoreFailure = new BundleProblem('cut-short', 'The file ends too early.')
    desk.restore('broken.warroom')
    await shows(desk, 'working')
    await shows(desk, 'open')
    expect(shelf.log).toEqual([
      'open a',
      'close a',
      'told The backup could not be restored; nothing was changed. The file ends too early.',
      'open a',
    ])
  })

  it('says at the start why a backup could not be restored, and forgets it with the next try', async () => {
    const shelf = new NotingShelf([])
    shelf.restoreFailure = new BundleProblem('cut-short', 'The file ends too early.')
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.restore('broken.warroom')
    await shows(desk, 'working')
    await shows(desk, 'start')
    const said = 'The backup could not be restored; nothing was changed. The file ends too early.'
    expect(desk.place).toEqual({ kind: 'start', setback: { text: said } })

    shelf.restoreFailure = undefined
    shelf.takes = 'long'
    desk.restore('whole.warroom')
    await expect.poll(() => desk.place).toMatchObject({ progress: { done: 1 } })
    desk.cancel()
    await shows(desk, 'start')
    expect(desk.place).toEqual({ kind: 'start' })
  })

  it('keeps raw error texts apart from its own words', async () => {
    const shelf = new NotingShelf([])
    shelf.restoreFailure = new TypeError('x is not a function')
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.restore('monday.warroom')
    await shows(desk, 'working')
    await shows(desk, 'start')
    expect(desk.place).toMatchObject({
      setback: {
        text: 'The backup could not be restored; nothing was changed.',
        details: 'TypeError: x is not a function',
      },
    })
  })

  it('makes a demo where there is none, and opens the one there is', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.openDemo()
    await shows(desk, 'open')
    const other = new NotingShelf([{ ...entry('there'), demo: true }])
    const second = new Desk(other, (problem) => other.log.push(`told ${problem}`))
    second.openDemo()
    await shows(second, 'open')
    expect([shelf.log, other.log]).toEqual([['make the demo', 'open demo'], ['open there']])
  })

  it('knows the demo that is told to its exit from the other', async () => {
    const other = { ...entry('there'), demo: true }
    const whole = { ...entry('told'), name: demoName(true), demo: true }
    const shelf = new NotingShelf([other, whole])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.openDemo(true)
    await shows(desk, 'open')
    desk.openDemo()
    await expect.poll(() => shelf.log.at(-1)).toBe('open there')
    expect(shelf.log[0]).toBe('open told')
  })

  it('goes back to the open engagement when what it works on is cancelled, and says nothing', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.open('a')
    await shows(desk, 'open')
    shelf.takes = 'long'
    desk.restore('monday.warroom')
    await expect
      .poll(() => desk.place)
      .toEqual({
        kind: 'working',
        title: 'Restoring the backup',
        progress: { step: 'Half of it', done: 1, total: 2 },
      })
    desk.cancel()
    await shows(desk, 'open')
    expect(shelf.log).toEqual(['open a', 'close a', 'open a'])
  })

  it('goes back to the start when the first demo is cancelled', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    shelf.takes = 'long'
    desk.openDemo()
    await expect.poll(() => desk.place).toMatchObject({ progress: { done: 1 } })
    desk.cancel()
    await shows(desk, 'start')
    expect(desk.place).toEqual({ kind: 'start' })
    expect(shelf.log).toEqual([])
  })

  it('says so when a restore was done before it could be stopped', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    shelf.takes = 'no notice'
    desk.restore('monday.warroom')
    await expect.poll(() => desk.place).toMatchObject({ progress: { done: 1 } })
    desk.cancel()
    await shows(desk, 'open')
    expect(shelf.log).toEqual([
      'restore monday.warroom',
      expect.stringContaining('told The backup was in place before it could be stopped.'),
      'open restored',
    ])
  })

  it('does other work while nothing is open, and opens what came of it', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.open('a')
    await shows(desk, 'open')
    const words = { title: 'Joining', failure: 'It could not be joined.', tooLate: 'Too late.' }
    desk.work({
      ...words,
      run: async () => {
        shelf.log.push('join b')
        return 'b'
      },
    })
    await shows(desk, 'working')
    await shows(desk, 'open')
    expect(shelf.log).toEqual(['open a', 'close a', 'join b', 'open b'])

    desk.work({ ...words, run: () => Promise.reject(new BundleProblem('damaged', 'It is torn.')) })
    await shows(desk, 'working')
    await shows(desk, 'open')
    expect(shelf.log.slice(4)).toEqual(['close b', 'told It could not be joined. It is torn.', 'open b'])
  })
})
