import { randomUUID } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OpenedFile } from '@contract/ipc'
import { largestFile } from '@contract/limits'
import { fileRefusal, Refused } from '../refused'

/** A backup holds the attached files too. */
export const largestBackup = 2 ** 31

interface Entry {
  readonly name: string
  readonly file: FileHandle
  readonly size: number
  readonly modified: bigint
}

/** Files that the user picked, by handle. Pages never see a path. */
export class OpenedFiles {
  private readonly entries = new Map<string, Entry>()

  /** @throws Refused when the file is missing, forbidden, not a file, or too large. */
  async open(path: string, largest = largestFile): Promise<OpenedFile> {
    const name = basename(path)
    let file: FileHandle | undefined
    try {
      file = await open(path, 'r')
      const { size, mtimeNs } = await file.stat({ bigint: true })
      if (!(await file.stat()).isFile())
        throw new Refused('not-a-file', `“${name}” is not a file. Choose a file.`)
      if (size > BigInt(largest)) throw tooLarge(name, Number(size), largest)
      const handle = randomUUID()
      this.entries.set(handle, { name, file, size: Number(size), modified: mtimeNs })
      return { handle, name, size: Number(size) }
    } catch (error) {
      await file?.close()
      throw fileRefusal(error, name)
    }
  }

  /** @throws Refused when the file has changed since it was opened, so that no half-old text is ever imported. */
  async read(handle: string, offset: number, length: number): Promise<Uint8Array> {
    const { file, name, size, modified } = this.entry(handle)
    try {
      const wanted = Math.max(0, Math.min(length, size - offset))
      const buffer = new Uint8Array(wanted)
      let filled = 0
      while (filled < wanted) {
        const { bytesRead } = await file.read(buffer, filled, wanted - filled, offset + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      const now = await file.stat({ bigint: true })
      if (filled < wanted || now.size !== BigInt(size) || now.mtimeNs !== modified)
        throw new Refused(
          'file-changed',
          `“${name}” changed while it was being read. Wait until whatever writes it is done, then open it again; nothing was imported.`,
        )
      return buffer
    } catch (error) {
      throw fileRefusal(error, name)
    }
  }

  async close(handle: string): Promise<void> {
    const entry = this.entries.get(handle)
    this.entries.delete(handle)
    await entry?.file.close()
  }

  private entry(handle: string): Entry {
    const entry = this.entries.get(handle)
    if (!entry) throw new Refused('file-closed', 'This file is not open any more. Choose it again.')
    return entry
  }
}

function tooLarge(name: string, size: number, largest: number): Refused {
  const gigabytes = (size / 1024 ** 3).toFixed(1)
  return new Refused(
    'file-too-large',
    `“${name}” has ${gigabytes} GB; files of up to ${largest / 1024 ** 2} MB can be opened. Export a shorter period from the tracker, or split the file.`,
  )
}
