import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Backups } from '../../../src/main/files/backups'

const hour = 3_600_000
const begin = Date.UTC(2026, 2, 2, 8)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backups-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function backUp(backups: Backups, engagement: string, at: number): void {
  writeFileSync(backups.pathFor(engagement, 'Müller & Söhne: CRM', 'before import', new Date(at)), 'x')
}

describe('the backups folder', () => {
  it('tells of each file what its name says, newest first, and leaves strangers alone', async () => {
    const backups = new Backups(folder)
    backUp(backups, 'e-1', begin)
    backUp(backups, 'e-2', begin + hour)
    writeFileSync(join(folder, 'holiday.jpg'), '')
    expect(await backups.list()).toEqual([
      expect.objectContaining({ engagement: 'e-2', writtenAt: begin + hour }),
      expect.objectContaining({
        engagement: 'e-1',
        title: 'Muller Sohne CRM',
        reason: 'before import',
        size: 1,
      }),
    ])
  })

  it('keeps the newest twenty and one a day for a month, of each engagement', async () => {
    const backups = new Backups(folder)
    const days = 45
    for (let day = 0; day < days; day++)
      for (const time of [0, 4, 8]) backUp(backups, 'e-1', begin + (day * 24 + time) * hour)
    backUp(backups, 'e-2', begin)
    await backups.prune('e-1')
    const kept = await backups.list()
    const mine = kept.filter(({ engagement }) => engagement === 'e-1')
    expect(kept).toHaveLength(mine.length + 1)
    expect(new Set(mine.map(({ writtenAt }) => Math.floor(writtenAt / (24 * hour)))).size).toBe(30)
    const newest = begin + ((days - 1) * 24 + 8) * hour
    expect(mine[0]?.writtenAt).toBe(newest)
    expect(mine.length).toBe(20 + 30 - 7)
    expect(readdirSync(folder)).toHaveLength(kept.length)
  })

  it('keeps only the newest few where attached files make them large', async () => {
    const backups = new Backups(folder)
    for (let day = 0; day < 12; day++) {
      backUp(backups, 'e-1', begin + day * 24 * hour)
      // A hole in the file: as large as it says, and nothing on the disk.
      const path = backups.pathFor(
        'e-1',
        'Müller & Söhne: CRM',
        'before import',
        new Date(begin + day * 24 * hour),
      )
      truncateSync(path, 1.5 * 1024 ** 3)
    }
    await backups.prune('e-1')
    expect((await backups.list()).map(({ writtenAt }) => (writtenAt - begin) / (24 * hour))).toEqual([
      11, 10, 9, 8, 7,
    ])
  })

  it('opens nothing but a backup', async () => {
    const backups = new Backups(folder)
    await expect(backups.path('../../etc/passwd')).rejects.toMatchObject({ code: 'no-such-backup' })
  })
})
