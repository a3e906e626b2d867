import { describe, expect, it } from 'vitest'
import { Desk, type Shelf } from '../../../src/renderer/app/desk'
import { DamagedEngagement } from '../../../src/renderer/storage/load'
import type { EngagementEntry } from '../../../src/renderer/storage/profile'
import type { EngagementSession } from '../../../src/renderer/storage/session'

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

  async restore(name: string): Promise<string> {
    if (this.restoreFailure) throw this.restoreFailure
    this.log.push(`restore ${name}`)
    return 'restored'
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
    desk.openLast()
    await shows(desk, 'open')
    expect(shelf.log).toEqual(['open b'])
  })

  it('stays at the start when there is nothing to go on with', () => {
    const desk = new Desk(new NotingShelf([entry('a', true)]), () => undefined)
    desk.openLast()
    expect(desk.place).toEqual({ kind: 'start' })
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
    shelf.failure = new DamagedEngagement('a', 'A checksum differs.')
    desk.open('a')
    await shows(desk, 'failed')
    expect(desk.place).toMatchObject({ damaged: true, message: 'A checksum differs.' })

    shelf.failure = new Error('The disk is full.')
    desk.open('a')
    await shows(desk, 'opening')
    await shows(desk, 'failed')
    expect(desk.place).toMatchObject({ damaged: false, message: 'The disk is full.' })
  })

  it('closes what is open before it restores a backup, and opens what came of it', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.open('a')
    await shows(desk, 'open')
    desk.restore('monday.warroom')
    await shows(desk, 'restoring')
    await shows(desk, 'open')
    expect(shelf.log).toEqual(['open a', 'close a', 'restore monday.warroom', 'open restored'])
  })

  it('goes back to the open engagement when a backup cannot be restored', async () => {
    const shelf = new NotingShelf([])
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.open('a')
    await shows(desk, 'open')
    shelf.restoreFailure = new Error('The file ends too early.')
    desk.restore('broken.warroom')
    await shows(desk, 'restoring')
    await shows(desk, 'open')
    expect(shelf.log).toEqual([
      'open a',
      'close a',
      'told The backup could not be restored; nothing was changed. The file ends too early.',
      'open a',
    ])
  })

  it('says at the start why a backup could not be restored', async () => {
    const shelf = new NotingShelf([])
    shelf.restoreFailure = new Error('The file ends too early.')
    const desk = new Desk(shelf, (problem) => shelf.log.push(`told ${problem}`))
    desk.restore('broken.warroom')
    await shows(desk, 'restoring')
    await shows(desk, 'start')
    expect(desk.place).toMatchObject({ problem: expect.stringContaining('The file ends too early.') })
  })
})
