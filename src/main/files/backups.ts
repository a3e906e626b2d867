import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupEntry } from '@contract/ipc'
import { Refused } from '../refused'

/** The newest so many are kept of each engagement, and beyond them one a day for a month. */
const newestKept = 20
const daysKept = 30
/** Attached files make backups large: beyond so many bytes of them, only the newest few are kept. */
const mostBytes = 8 * 1024 ** 3
const keptWhateverTheirSize = 5

const namePattern =
  /^(.*)--([0-9a-z-]+?)--([a-z-]+)--(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.warroom$/

/** The folder of complete backup files. Their names say all that a list needs, so listing opens none. */
export class Backups {
  constructor(private readonly folder: string) {}

  pathFor(engagement: string, title: string, reason: string, now: Date): string {
    const time = now.toISOString().replace(/[-:.]/g, '')
    return join(
      this.folder,
      `${plain(title)}--${engagement}--${plain(reason).toLowerCase()}--${time}.warroom`,
    )
  }

  async list(): Promise<BackupEntry[]> {
    await mkdir(this.folder, { recursive: true })
    const entries: BackupEntry[] = []
    for (const name of await readdir(this.folder)) {
      const parts = namePattern.exec(name)
      if (!parts) continue
      const [, title = '', engagement = '', reason = '', ...time] = parts
      const [year, month, date, hour, minute, second, milli] = time.map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      entries.push({
        name,
        engagement,
        title: title.replaceAll('-', ' '),
        reason: reason.replaceAll('-', ' '),
        writtenAt: Date.UTC(year, month - 1, date, hour, minute, second, milli),
        size: (await stat(join(this.folder, name))).size,
      })
    }
    return entries.sort((a, b) => b.writtenAt - a.writtenAt)
  }

  async path(name: string): Promise<string> {
    if (!namePattern.test(name)) throw new Refused('no-such-backup', `There is no backup called “${name}”.`)
    return join(this.folder, name)
  }

  async prune(engagement: string): Promise<void> {
    const all = (await this.list()).filter((entry) => entry.engagement === engagement)
    const days = new Set<number>()
    let bytes = 0
    for (const [index, { name, writtenAt, size }] of all.entries()) {
      const day = Math.floor(writtenAt / 86_400_000)
      const firstOfDay = !days.has(day) && days.size < daysKept
      days.add(day)
      bytes += size
      const isWanted = index < newestKept || firstOfDay
      const hasRoom = index < keptWhateverTheirSize || bytes <= mostBytes
      if (!isWanted || !hasRoom) await rm(join(this.folder, name), { force: true })
    }
  }
}

function plain(text: string): string {
  const word = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^0-9A-Za-z]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return word === '' ? 'engagement' : word
}
