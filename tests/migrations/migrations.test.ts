import 'fake-indexeddb/auto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dump, dumpText } from '@domain/merge/dump'
import { describe, expect, it, vi } from 'vitest'
import { EngagementDatabase } from '../../src/renderer/storage/database'
import { load, rebuild } from '../../src/renderer/storage/load'
import { migrations } from '../../src/renderer/storage/migrations/migrations'
import { bringUpToDate, schemaVersion } from '../../src/renderer/storage/schema-version'
import { readSnapshot } from '../../src/renderer/storage/snapshot'

/** Databases as each version of the app has written them, and what they showed. Made once and never altered. */
const golden = (name: string) => join(import.meta.dirname, 'golden', name)
const versions = Array.from({ length: schemaVersion }, (_, index) => index + 1)
/** Earlier versions wrote snapshots of another shape, and their logs stand in for them. */
const firstSnapshotStillRead = 4
const noBackup = () => Promise.resolve()

/** JSON has no typed arrays, so a golden file holds them as `{column, items}`. */
function withColumns(_name: string, value: { column?: string; items?: number[] }): unknown {
  const kinds = { Float64Array, Uint32Array, Uint16Array, Uint8Array }
  const kind = value?.column && kinds[value.column as keyof typeof kinds]
  return kind ? kind.from(value.items ?? []) : value
}

async function restored(name: string, stores: Record<string, unknown[]>): Promise<EngagementDatabase> {
  const database = new EngagementDatabase(name)
  for (const [store, records] of Object.entries(stores)) await database.table(store).bulkAdd(records)
  return database
}

describe.each(versions)('a database of version %i', (version) => {
  const stores = JSON.parse(readFileSync(golden(`version-${version}.json`), 'utf8'), withColumns) as Record<
    string,
    unknown[]
  >
  const shown = readFileSync(golden(`version-${version}.dump.json`), 'utf8').trim()

  it('shows today what it showed then, from its snapshot and from its log', async () => {
    const database = await restored(`golden-${version}`, stores)
    expect(await bringUpToDate(database, noBackup)).toBeUndefined()
    expect((await readSnapshot(database)).position > 0).toBe(version >= firstSnapshotStillRead)
    expect(dumpText(dump((await load(database)).replica))).toBe(shown)
    expect(dumpText(dump((await rebuild(database)).replica))).toBe(shown)
    expect((await database.facts.get('schemaVersion'))?.value).toBe(schemaVersion)
    database.close()
  })
})

describe('bringing a database up to date', () => {
  it('has a golden database for every version there was, and a migration from every one but the last', () => {
    expect(versions.every((version) => existsSync(golden(`version-${version}.json`)))).toBe(true)
    expect(migrations.map(({ from }) => from)).toEqual(versions.slice(0, -1))
  })

  it('backs up first, then takes every step that is due, in order', async () => {
    const database = await restored('steps', { facts: [{ name: 'schemaVersion', value: 2 }] })
    const taken: string[] = []
    const step = (from: number) => ({
      from,
      migrate: async () => {
        taken.push(`from ${from}`)
      },
    })
    const backUp = async () => {
      taken.push('backup')
    }
    await bringUpToDate(database, backUp, { version: 4, migrations: [step(1), step(2), step(3)] })
    expect(taken).toEqual(['backup', 'from 2', 'from 3'])
    expect((await database.facts.get('schemaVersion'))?.value).toBe(4)
    await bringUpToDate(database, backUp, { version: 4, migrations: [step(1), step(2), step(3)] })
    expect(taken).toHaveLength(3)
  })

  it('leaves everything as it was when a step fails', async () => {
    const database = await restored('failing', { facts: [{ name: 'schemaVersion', value: 1 }] })
    const migrate = async (into: EngagementDatabase) => {
      await into.facts.put({ name: 'half', value: true })
      throw new Error('cannot go on')
    }
    await expect(
      bringUpToDate(database, noBackup, { version: 2, migrations: [{ from: 1, migrate }] }),
    ).rejects.toThrow()
    expect(await database.facts.toArray()).toEqual([{ name: 'schemaVersion', value: 1 }])
  })

  it('says so and touches nothing when a newer version has written it', async () => {
    const database = await restored('newer', { facts: [{ name: 'schemaVersion', value: schemaVersion + 1 }] })
    const backUp = vi.fn(noBackup)
    expect(await bringUpToDate(database, backUp)).toMatch(/newer version/)
    expect(backUp).not.toHaveBeenCalled()
    expect((await database.facts.get('schemaVersion'))?.value).toBe(schemaVersion + 1)
  })
})
