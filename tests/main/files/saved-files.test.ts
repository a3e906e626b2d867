import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SavedFiles } from '../../../src/main/files/saved-files'

let folder = ''
const bytes = (text: string) => new TextEncoder().encode(text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saved-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a file being saved', () => {
  it('stands in its place only once it is whole', async () => {
    const files = new SavedFiles()
    const target = join(folder, 'pack.pdf')
    writeFileSync(target, 'yesterday')
    const { handle, name } = await files.begin(target)
    await files.write(handle, bytes('to'))
    expect(readFileSync(target, 'utf8')).toBe('yesterday')
    await files.write(handle, bytes('day'))
    expect(await files.finish(handle)).toBe(name)
    expect(readFileSync(target, 'utf8')).toBe('today')
    expect(readdirSync(folder)).toEqual(['pack.pdf'])
  })

  it('leaves nothing behind when it is given up', async () => {
    const files = new SavedFiles()
    const { handle } = await files.begin(join(folder, 'new', 'export.csv'))
    await files.write(handle, bytes('half'))
    await files.cancelAll()
    expect(readdirSync(join(folder, 'new'))).toEqual([])
    await expect(files.finish(handle)).rejects.toMatchObject({ code: 'file-closed' })
  })

  it('says what is wrong with a place that is none', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(new SavedFiles().begin(join(folder, 'file', 'export.csv'))).rejects.toMatchObject({
      message: expect.stringContaining('export.csv'),
    })
  })
})
