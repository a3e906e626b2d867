import 'fake-indexeddb/auto'
import { dump, dumpText } from '@domain/merge/dump'
import { type EntityName, entities } from '@domain/model/entities'
import { afterEach, describe, expect, it } from 'vitest'
import { EngagementDatabase, ProfileDatabase } from '../../../src/renderer/storage/database'
import { load, prepare, rebuild } from '../../../src/renderer/storage/load'
import { readAhead } from '../../../src/renderer/storage/read-ahead'
import { writeSnapshot } from '../../../src/renderer/storage/snapshot'
import { monday, openSession } from '../../support/storage'

const entityNames = Object.keys(entities) as EntityName[]

const entry = (id: string, openedAt: number, archived = false) => ({
  ...{ id, name: id, client: '', system: '', createdAt: monday, demo: false },
  openedAt,
  archived,
})

async function profileOf(...entries: ReturnType<typeof entry>[]): Promise<void> {
  const profile = new ProfileDatabase()
  await profile.engagements.bulkAdd(entries)
  profile.close()
}

/** An engagement with an issue in its snapshot. */
async function stored(id: string): Promise<EngagementDatabase> {
  const { session, database } = await openSession(id)
  await session.write('New issue', [{ entity: 'issue', key: 'one', fields: { title: 'One' } }])
  await snapshot(database)
  await session.close()
  return new EngagementDatabase(id)
}

async function snapshot(database: EngagementDatabase): Promise<void> {
  const { replica, position } = await rebuild(database)
  await writeSnapshot(database, replica, position)
}

async function write(id: string, key: string): Promise<void> {
  const { session } = await openSession(id)
  await session.write('New issue', [{ entity: 'issue', key, fields: { title: key } }])
  await session.close()
}

const shown = async (database: EngagementDatabase, preparing?: ReturnType<typeof prepare>) =>
  dumpText(dump((await load(database, preparing)).replica))

afterEach(async () => {
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
})

describe('reading ahead', () => {
  it('finds nothing in a new profile, and leaves nothing there', async () => {
    expect(await readAhead()).toBeUndefined()
    expect(await indexedDB.databases()).toEqual([])
  })

  it('finds nothing where the engagement is gone', async () => {
    await profileOf(entry('gone', monday))
    expect(await readAhead()).toBeUndefined()
  })

  it('reads the engagement that was opened last and is still in use', async () => {
    for (const id of ['a', 'b']) (await stored(id)).close()
    await profileOf(entry('a', monday), entry('b', monday - 1), entry('c', monday + 1, true))
    expect((await readAhead())?.engagement).toBe('a')
  })

  it('leaves a snapshot alone that is too large to be in memory beside its rows', async () => {
    const database = await stored('a')
    await profileOf(entry('a', monday))
    const head = await database.facts.get('snapshot')
    await database.facts.put({ name: 'snapshot', value: { ...(head?.value as object), chunks: 1_000 } })
    expect(await readAhead()).toBeUndefined()
    database.close()
  })
})

describe('rows that were made of it', () => {
  it('are those of the engagement, with what was written since', async () => {
    const database = await stored('a')
    await profileOf(entry('a', monday))
    const preparing = prepare(readAhead())
    const prepared = await preparing
    await write('a', 'two')
    const { replica } = await load(database, preparing)
    expect(replica).toBe(prepared?.replica)
    expect(dumpText(dump(replica))).toBe(await shown(database))
    database.close()
  })

  it('are whole where every entity has some, which takes a chunk for each', async () => {
    const { session, database } = await openSession('a')
    const rows = entityNames.map((entity) => ({ entity, key: 'one', fields: { removed: true } }))
    await session.write('One of each', rows)
    await snapshot(database)
    await session.close()
    await profileOf(entry('a', monday))
    const prepared = await prepare(readAhead())
    expect([...(prepared?.replica.entityNames() ?? [])].sort()).toEqual([...entityNames].sort())
  })

  it('are none where there is a chunk more than there should be', async () => {
    const database = await stored('a')
    await profileOf(entry('a', monday))
    const [chunk] = await database.snapshot.toArray()
    if (chunk) await database.snapshot.add({ ...chunk, index: 1 })
    expect(await prepare(readAhead())).toBeUndefined()
    database.close()
  })

  it('are passed over once the snapshot is another', async () => {
    const database = await stored('a')
    await profileOf(entry('a', monday))
    const preparing = prepare(readAhead())
    const prepared = await preparing
    await write('a', 'two')
    await snapshot(database)
    const { replica } = await load(database, preparing)
    expect(replica).not.toBe(prepared?.replica)
    expect([...replica.rows('issue').keys()]).toEqual(['one', 'two'])
    database.close()
  })

  it('are none where what was read is damaged, and the log stands in for them', async () => {
    const database = await stored('a')
    await profileOf(entry('a', monday))
    await database.snapshot.toCollection().modify({ rows: new TextEncoder().encode('torn') })
    const preparing = prepare(readAhead())
    expect(await preparing).toBeUndefined()
    expect(await shown(database, preparing)).toContain('"title":"One"')
    database.close()
  })
})
