import { readFileSync } from 'node:fs'
import { openBundle } from '@domain/bundle/bundle'
import { formatVersion } from '@domain/bundle/manifest'
import { dump } from '@domain/merge/dump'
import { Replica } from '@domain/merge/replica'
import { expect, it } from 'vitest'
import { readPlainly } from './plain-reader'

/** Files as each format version once wrote them. They are never written anew: a reader that fails on one is wrong. */
const golden = (name: string) => Uint8Array.from(readFileSync(new URL(`${name}.warroom`, import.meta.url)))
const signer = 'oWROpmJP7sYHrXCshwWHxeVqU5Pn3bULGObghZ/tGgU='
const blob = 'fd7fb477801490bdd408a41cc3dc9637731f78a35e7f46897753a4c3191b3ece'

it.each([
  ['as it is', 'format-1', {}],
  ['with its passphrase', 'format-1-passphrase', { passphrase: 'high water' }],
])('reads a bundle of format 1 %s', async (_, name, openers) => {
  const opened = await openBundle(golden(name), openers)
  expect(opened.signer).toBe(signer)
  expect(opened.manifest).toMatchObject({
    laptop: 'golden0000',
    writer: 'Ada',
    operations: 5,
    seen: { golden0000: 4, bobs000000: 1 },
  })
  const files = [...opened.blobs()].map(({ sha256, content }) => [sha256, new TextDecoder().decode(content)])
  expect(files).toEqual([[blob, 'a screenshot, say\n']])
  const replica = new Replica()
  for (const line of opened.lines()) {
    if (!('operation' in line)) throw new Error(line.problem)
    replica.apply(line.operation)
  }
  const { entities, conflicts } = dump(replica)
  expect(entities.issue?.['jira:MW-1']).toEqual({
    title: 'Rechnungen hängen 💧',
    status: 'new',
    severity: 1,
    owner: 'person:bob',
    'tag:billing': true,
    'column:Sprint': 'Hypercare 1',
  })
  expect(entities.moonPhase).toEqual({ m: { light: 0.5, name: null } })
  expect(conflicts).toMatchObject([
    {
      field: 'severity',
      values: [
        { value: 1, by: 'bobs' },
        { value: 3, by: 'golden' },
      ],
    },
  ])
})

it('tells somebody who has only docs/bundle-format.md the same', async () => {
  const file = golden('format-1')
  const plain = readPlainly(file)
  const ours = await openBundle(file)
  expect(plain.manifest).toEqual(ours.manifest)
  expect(plain.operations).toEqual(
    [...ours.lines()].map((line) => ('operation' in line ? line.operation : undefined)),
  )
  expect([...plain.blobs]).toEqual([...ours.blobs()].map(({ sha256, content }) => [sha256, content]))
})

it('has a file of every format version', () => {
  for (let version = 1; version <= formatVersion; version++)
    expect(golden(`format-${version}`).length).toBeGreaterThan(0)
})
