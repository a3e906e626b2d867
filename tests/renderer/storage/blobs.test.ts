import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import {
  blobsHere,
  putBlobs,
  readBlob,
  storedBlob,
  WrongBlob,
  wholeBlobs,
} from '../../../src/renderer/storage/blobs'
import { WriteRefused } from '../../../src/renderer/storage/session'
import { openSession } from '../../support/storage'

let count = 0
const newName = () => `blobs-${++count}`
const content = (text: string) => new TextEncoder().encode(text)
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const named = (sha256: string) => [{ entity: 'attachment', key: sha256, fields: { issue: 'a', sha256 } }]

describe('attaching', () => {
  it('stores the content with the operation that names it, once however often it is attached', async () => {
    const { session, database } = await openSession(newName())
    const blob = await storedBlob(content('screenshot'))
    expect(blob.sha256).toBe(hashOf('screenshot'))
    await session.write('Attached', named(blob.sha256), { blobs: [blob] })
    await session.write('Attached again', [{ ...named(blob.sha256)[0], key: 'b' } as never], {
      blobs: [blob],
    })
    expect(await (await session.readBlob(blob.sha256))?.text()).toBe('screenshot')
    expect(await database.blobs.count()).toBe(1)
    await session.undo()
    await session.undo()
    expect(session.replica.rows('attachment').get(blob.sha256)?.values.removed).toBe(true)
    // Redo must find it again, and so must another laptop that still shows it.
    expect(await session.readBlob(blob.sha256)).toBeDefined()
    await session.redo()
    expect(session.replica.rows('attachment').get(blob.sha256)?.values.removed).toBeFalsy()
  })

  it('leaves nothing of either when the disk is full', async () => {
    const { session, database } = await openSession(newName())
    const blob = await storedBlob(content('screenshot'))
    const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' })
    const adding = vi.spyOn(database.segments, 'add').mockImplementation(() => {
      throw full
    })
    const writing = session.write('Attached', named(blob.sha256), { blobs: [blob] })
    await expect(writing).rejects.toMatchObject({ code: 'disk-full' } satisfies Partial<WriteRefused>)
    adding.mockRestore()
    expect(await database.blobs.count()).toBe(0)
    expect(await database.segments.count()).toBe(0)
    expect(session.replica.rows('attachment').size).toBe(0)
    await session.write('Attached', named(blob.sha256), { blobs: [blob] })
    expect(await session.readBlob(blob.sha256)).toBeDefined()
  })

  it('does not store into an engagement that can only be read', async () => {
    const { session, database } = await openSession(newName(), {
      access: { kind: 'read-only', reason: 'Open elsewhere.' },
    })
    const blob = await storedBlob(content('x'))
    await expect(session.write('Attached', named(blob.sha256), { blobs: [blob] })).rejects.toBeInstanceOf(
      WriteRefused,
    )
    expect(await database.blobs.count()).toBe(0)
  })
})

describe('contents from elsewhere', () => {
  it('are stored once they are what their hash says, all or none', async () => {
    const { database } = await openSession(newName())
    const [one, two] = ['one', 'two'].map((text) => ({ sha256: hashOf(text), content: content(text) }))
    if (!one || !two) throw new Error('unreachable')
    const forged = { sha256: hashOf('two'), content: content('three') }
    await expect(putBlobs(database, [one, forged])).rejects.toBeInstanceOf(WrongBlob)
    expect(await database.blobs.count()).toBe(0)
    await putBlobs(database, [one])
    await putBlobs(database, [one, two])
    expect(await blobsHere(database, [one.sha256, two.sha256, hashOf('three')])).toEqual(
      new Set([one.sha256, two.sha256]),
    )
    expect(await readBlob(database, hashOf('three'))).toBeUndefined()
  })

  it('are handed on without those that the disk has altered', async () => {
    const { database } = await openSession(newName())
    const texts = ['one', 'two', 'three']
    await putBlobs(
      database,
      texts.map((text) => ({ sha256: hashOf(text), content: content(text) })),
    )
    await database.blobs.put({ sha256: hashOf('two'), data: new Blob(['tWo']) })
    const whole: string[] = []
    for await (const { sha256 } of wholeBlobs(database)) whole.push(sha256)
    expect(whole.sort()).toEqual([hashOf('one'), hashOf('three')].sort())
    const wanted: string[] = []
    for await (const each of wholeBlobs(database, [hashOf('one'), hashOf('none')])) wanted.push(each.sha256)
    expect(wanted).toEqual([hashOf('one')])
  })
})
