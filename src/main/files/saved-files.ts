import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileRefusal, Refused } from '../refused'

const unfinishedEnd = '.part'

/** Whether a name is that of a file being written, or of one whose writer was killed. */
export const isUnfinished = (name: string) => name.startsWith('.') && name.endsWith(unfinishedEnd)

interface Entry {
  readonly target: string
  readonly partial: string
  readonly file: FileHandle
}

/**
 * Files being written. They grow beside their place under another name and move there in one step when they
 * are complete and on the disk, so nobody ever finds half a file.
 */
export class SavedFiles {
  private readonly entries = new Map<string, Entry>()

  async begin(target: string): Promise<{ handle: string; name: string }> {
    const name = basename(target)
    try {
      await mkdir(dirname(target), { recursive: true })
      const partial = join(dirname(target), `.${name}.${randomUUID().slice(0, 8)}${unfinishedEnd}`)
      const handle = randomUUID()
      this.entries.set(handle, { target, partial, file: await open(partial, 'wx') })
      return { handle, name }
    } catch (error) {
      throw fileRefusal(error, name)
    }
  }

  async write(handle: string, data: Uint8Array): Promise<void> {
    const { file, target } = this.entry(handle)
    try {
      await file.writeFile(data)
    } catch (error) {
      await this.cancel(handle)
      throw fileRefusal(error, basename(target))
    }
  }

  /** Returns the name under which the file now stands. */
  async finish(handle: string): Promise<string> {
    const { file, partial, target } = this.entry(handle)
    try {
      await file.sync()
      await file.close()
      await rename(partial, target)
      this.entries.delete(handle)
      return basename(target)
    } catch (error) {
      await this.cancel(handle)
      throw fileRefusal(error, basename(target))
    }
  }

  async cancel(handle: string): Promise<void> {
    const entry = this.entries.get(handle)
    this.entries.delete(handle)
    if (!entry) return
    await entry.file.close().catch(() => undefined)
    await rm(entry.partial, { force: true })
  }

  /** Takes away what was begun and never finished. */
  async cancelAll(): Promise<void> {
    await Promise.all([...this.entries.keys()].map((handle) => this.cancel(handle)))
  }

  private entry(handle: string): Entry {
    const entry = this.entries.get(handle)
    if (!entry) throw new Refused('file-closed', 'This file is not being written any more. Save again.')
    return entry
  }
}
