import { readFileSync } from 'node:fs'
import { decodeBackup, openBackup } from '@domain/bundle/backup'
import { formatVersion } from '@domain/bundle/manifest'
import { Replica } from '@domain/merge/replica'
import { momentsOf } from '@domain/merge/trail'
import { expect, it } from 'vitest'

/** Files as each format version once wrote them. They are never written anew: a reader that fails on one is wrong. */
const golden = (name: number | string) =>
  readFileSync(new URL(`golden/format-${name}.warroom`, import.meta.url))

it('reads a backup of format 1', async () => {
  const { manifest, operations, quarantined } = await decodeBackup(golden(1))
  expect(manifest).toMatchObject({
    formatVersion: 1,
    laptop: 'golden0000',
    seen: { golden0000: 3 },
    operations: 3,
  })
  expect(quarantined).toEqual([])
  const replica = new Replica()
  for (const operation of operations) replica.apply(operation)
  const row = replica.rows('issue').get('jira:MW-1')
  expect(row?.values).toEqual({
    title: 'Rechnungen hängen 💧',
    status: 'triaged',
    severity: 1,
    owner: null,
    'tag:billing': true,
    'column:Sprint': 'Hypercare 1',
  })
  const statuses = replica.table('issue').get('jira:MW-1')
  expect(statuses && momentsOf(statuses, 'status').map(({ at, value }) => [at, value])).toEqual([
    [1771225200000, 'new'],
    [1772438400000, 'triaged'],
  ])
})

it('has a file of every format version', () => {
  for (let version = 1; version <= formatVersion; version++) expect(golden(version).length).toBeGreaterThan(0)
})

it('reads a backup of format 1, with the attached file in it', async () => {
  const { manifest, lines, blobs } = await openBackup(golden('1-files'))
  expect(manifest).toMatchObject({ formatVersion: 1, laptop: 'golden0000', operations: 2 })
  const replica = new Replica()
  for (const line of lines()) if ('operation' in line) replica.apply(line.operation)
  const attached = replica.rows('attachment').get('shot')?.values
  expect(attached).toMatchObject({ issue: 'jira:MW-1', name: 'Bildschirm.png', addedBy: 'Ana' })
  expect([...blobs()].map(({ sha256, content }) => [sha256, new TextDecoder().decode(content)])).toEqual([
    [attached?.sha256, 'What the screen showed 💧'],
  ])
})
