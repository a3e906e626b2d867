import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OpenedFiles } from '../../../src/main/files/opened-files'

let folder = ''
let files = new OpenedFiles()
const path = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opened-'))
  files = new OpenedFiles()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a file that the user picked', () => {
  it('is read in pieces through its handle, and never by its path', async () => {
    writeFileSync(path('export.csv'), 'Key;Title\n')
    const { handle, name, size } = await files.open(path('export.csv'))
    expect({ name, size }).toEqual({ name: 'export.csv', size: 10 })
    expect(handle).not.toContain('export')
    expect(new TextDecoder().decode(await files.read(handle, 4, 100))).toBe('Title\n')
    await files.close(handle)
    await expect(files.read(handle, 0, 1)).rejects.toMatchObject({ code: 'file-closed' })
  })

  it('is refused when it changes while it is read: longer, shorter, or written anew', async () => {
    for (const change of [
      (file: string) => appendFileSync(file, 'more'),
      (file: string) => truncateSync(file, 3),
      (file: string) => writeFileSync(file, 'abcdefghij'),
    ]) {
      writeFileSync(path('growing.csv'), '0123456789')
      const { handle } = await files.open(path('growing.csv'))
      await files.read(handle, 0, 5)
      change(path('growing.csv'))
      await expect(files.read(handle, 5, 5)).rejects.toMatchObject({
        code: 'file-changed',
        message: expect.stringContaining('nothing was imported'),
      })
      await files.close(handle)
    }
  })

  it('is refused in plain words when it is missing, a folder, or larger than any export', async () => {
    await expect(files.open(path('nowhere.csv'))).rejects.toMatchObject({ code: 'file-missing' })
    await expect(files.open(folder)).rejects.toMatchObject({ code: 'not-a-file' })
    writeFileSync(path('huge.csv'), '')
    truncateSync(path('huge.csv'), 2 * 1024 ** 3)
    await expect(files.open(path('huge.csv'))).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('2.0 GB'),
    })
  })
})
