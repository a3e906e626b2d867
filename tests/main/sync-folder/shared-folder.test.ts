import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SharedFolder } from '../../../src/main/sync-folder/shared-folder'

let picked: string
beforeEach(() => {
  picked = mkdtempSync(join(tmpdir(), 'war-room-shared-'))
})
afterEach(() => rmSync(picked, { recursive: true, force: true }))

function put(laptop: string, ...names: string[]) {
  const folder = join(picked, 'Hypercare War Room', 'e1', laptop)
  mkdirSync(folder, { recursive: true })
  for (const name of names) writeFileSync(join(folder, name), name)
}

test('a folder that was filled up is read in part, all others whole, and what is left out is counted', async () => {
  put('ada', 'c.warroom', 'a.warroom', 'b.warroom', 'd.warroom', 'notes.txt', '.e.warroom')
  put('ben', 'z.warroom')
  put('cem', 'x.warroom', 'y.warroom')
  const all = await new SharedFolder(picked, 'e1').files()
  expect([all.files.length, all.unlooked]).toEqual([7, 0])
  const { files, unlooked } = await new SharedFolder(picked, 'e1', 5).files()
  expect(files.map(({ laptop, name }) => `${laptop}/${name}`)).toEqual([
    'ada/a.warroom',
    'ada/b.warroom',
    'ben/z.warroom',
    'cem/x.warroom',
    'cem/y.warroom',
  ])
  expect(unlooked).toBe(2)
})
