import { dump } from '@domain/merge/dump'
import type { Intent } from '@domain/merge/intent'
import { importCause } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import { describe, expect, it } from 'vitest'
import { writeInBulk } from '../../../src/renderer/storage/bulk-write'
import { load, rebuild } from '../../../src/renderer/storage/load'
import { monday, openSession } from '../../support/storage'

const rows = 2_345

function intents(title: string) {
  return Array.from({ length: rows }, (_, n) => ({
    entity: 'issue',
    key: `k${n}`,
    fields: { title: `${title} ${n}` },
  }))
}

describe('what a worker writes in a session’s turn', () => {
  it('is shown as soon as it is durable, as one change that can be undone', async () => {
    const { session, database } = await openSession('elsewhere')
    await session.write('Before', [{ entity: 'issue', key: 'k0', fields: { title: 'Before' } }])
    const told: number[] = []
    session.subscribe(() => told.push(session.replica.rows('issue').size))
    const change = await session.writeElsewhere(async (from, segmentsTo) => {
      const { replica } = await load(database)
      return writeInBulk(
        database,
        replica,
        intents('Imported'),
        {
          id: 'bulk',
          label: 'Imported',
          kind: 'import',
          cause: 'import:bulk',
          laptop: 'aaaaaaaaaa',
          by: 'Ada',
          now: monday,
          from,
        },
        () => undefined,
        segmentsTo,
      )
    })
    expect(change).toMatchObject({ label: 'Imported', operations: rows })
    expect(told).toEqual([rows])
    expect(dump(session.replica)).toEqual(dump((await rebuild(database)).replica))
    expect(session.undoable?.label).toBe('Imported')

    await session.write('After', [{ entity: 'issue', key: 'k1', fields: { title: 'After' } }])
    expect(session.replica.seen.get('aaaaaaaaaa')).toMatchObject({ to: rows + 2, beyond: new Map() })
    await session.undo()
    await session.undo()
    expect(session.replica.rows('issue').get('k0')?.values.title).toBe('Before')
    expect(session.replica.rows('issue').get('k2')?.values.removed).toBe(true)
  })

  it('changes nothing when the worker fails', async () => {
    const { session, database } = await openSession('elsewhere-fails')
    const failing = session.writeElsewhere(async () => {
      throw new Error('stopped')
    })
    await expect(failing).rejects.toThrow('stopped')
    expect(await database.segments.count()).toBe(0)
    expect(dump(session.replica)).toEqual(dump(new Replica()))
    await session.write('Goes on', [{ entity: 'issue', key: 'a', fields: { title: 'A' } }])
    expect(session.replica.rows('issue').get('a')?.values.title).toBe('A')
  })
})

describe('a row that is written in two segments of one import', () => {
  it('goes back in all its fields', async () => {
    const { session, database } = await openSession('two-segments')
    await session.write('Before', [{ entity: 'issue', key: 'a', fields: { title: 'Before', severity: 3 } }])
    const far = Array.from({ length: 2_500 }, (_, n) => ({
      entity: 'issue',
      key: `far${n}`,
      fields: { title: `${n}` },
    }))
    await session.writeElsewhere(async (from, segmentsTo) => {
      const { replica } = await load(database)
      return writeInBulk(
        database,
        replica,
        [
          { entity: 'issue', key: 'a', fields: { title: 'First' } },
          ...far,
          { entity: 'issue', key: 'a', fields: { severity: 1 } },
        ],
        {
          id: 'bulk',
          label: 'Bulk',
          kind: 'edit',
          cause: 'edit:bulk',
          laptop: 'aaaaaaaaaa',
          by: 'Ada',
          now: monday,
          from,
        },
        () => undefined,
        segmentsTo,
      )
    })
    expect(session.replica.rows('issue').get('a')?.values).toMatchObject({ title: 'First', severity: 1 })
    await session.undo()
    expect(session.replica.rows('issue').get('a')?.values).toMatchObject({ title: 'Before', severity: 3 })
  })
})

describe('a worker that is stopped in the moment in which its write is done', () => {
  it('has stored it: the session shows it and goes on behind it', async () => {
    const { session, database } = await openSession('stopped-late')
    const change = await session.writeElsewhere(async (from, segmentsTo) => {
      const { replica } = await load(database)
      await writeInBulk(
        database,
        replica,
        intents('Stored'),
        {
          id: 'bulk',
          label: 'Imported',
          kind: 'import',
          cause: 'import:bulk',
          laptop: 'aaaaaaaaaa',
          by: 'Ada',
          now: monday,
          from,
        },
        () => undefined,
        segmentsTo,
      )
      throw new Error('Stopped')
    })
    expect(change).toMatchObject({ label: 'Imported', operations: rows })
    await session.write('After', [{ entity: 'issue', key: 'after', fields: { title: 'After' } }])
    expect(session.replica.seen.get('aaaaaaaaaa')?.to).toBe(rows + 1)
    expect(dump(session.replica)).toEqual(dump((await rebuild(database)).replica))
  })

  it('can be found again by its import: issues it created or changed, and those it brought comments on', async () => {
    const { session, database } = await openSession('of-an-import')
    const store = (id: string, wanted: readonly Intent[]) =>
      session.writeElsewhere(async (from, segmentsTo) => {
        const { replica } = await load(database)
        const write = {
          id,
          label: id,
          kind: 'import',
          cause: importCause(id),
          by: 'Ada',
          now: monday,
        } as const
        return writeInBulk(
          database,
          replica,
          wanted,
          { ...write, laptop: 'aaaaaaaaaa', from },
          () => undefined,
          segmentsTo,
        )
      })
    const comment = { entity: 'comment', key: 'c1', fields: { issue: 'k7', text: 'Still there' } }
    await store('first', intents('Imported'))
    await session.write('Edited', [{ entity: 'issue', key: 'k3', fields: { title: 'Here' } }])
    await store('second', [{ entity: 'issue', key: 'k5', fields: { title: 'Changed' } }, comment])
    expect((await session.issuesOfImport('first')).size).toBe(rows)
    expect([...(await session.issuesOfImport('second'))].sort()).toEqual(['k5', 'k7'])
    expect((await session.issuesOfImport('third')).size).toBe(0)

    await session.undo()
    await session.redo()
    expect([...(await session.issuesOfImport('second'))].sort()).toEqual(['k5', 'k7'])
  })
})
