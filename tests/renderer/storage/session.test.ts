import { policyHistory } from '@domain/clocks/policy'
import { conflictingFields, leavesOf, sourcedIn, touchedBy } from '@domain/merge/apply'
import { dump } from '@domain/merge/dump'
import type { Intent } from '@domain/merge/intent'
import type { Row } from '@domain/merge/row'
import { stampWall } from '@domain/merge/stamp'
import { momentsOf } from '@domain/merge/trail'
import { defaultPolicy } from '@domain/model/engagement'
import { trackedIssueFields } from '@domain/model/issue'
import { describe, expect, it, vi } from 'vitest'
import { load, rebuild } from '../../../src/renderer/storage/load'
import { decodeSegment, encodeSegment, foldSegments, textOf } from '../../../src/renderer/storage/log'
import { writeSnapshot } from '../../../src/renderer/storage/snapshot'
import { makeLaptop } from '../../support/laptop'
import { monday, openSession } from '../../support/storage'

const issue = (key: string, fields: Intent['fields']): Intent => ({ entity: 'issue', key, fields })
const day = 24 * 60 * 60_000
let count = 0
const newName = () => `session-${++count}`

describe('writing', () => {
  it('is in the log when it returns, and shown', async () => {
    const name = newName()
    const { session, database } = await openSession(name)
    const change = await session.write('Issue raised', [issue('a', { title: 'Login fails', severity: 1 })])
    expect(change).toMatchObject({ label: 'Issue raised', by: 'Ada', operations: 1, undone: false })
    expect(session.replica.rows('issue').get('a')?.values).toMatchObject({
      title: 'Login fails',
      severity: 1,
    })
    const made = await rebuild(database)
    expect(dump(made.replica)).toEqual(dump(session.replica))
  })

  it('of many rows tells how far it is', async () => {
    const { session } = await openSession(newName())
    const told: [number, number][] = []
    const many = Array.from({ length: 2_500 }, (_, index) => issue(`i${index}`, { title: 'Many' }))
    const { signal } = new AbortController()
    await session.write('Many', many, { watch: { report: (...at) => void told.push(at), signal } })
    expect(told).toEqual([
      [1_000, 2_500],
      [2_000, 2_500],
      [2_500, 2_500],
    ])
    await session.undo()
    expect([...session.replica.rows('issue').values()].every(({ values }) => values.removed)).toBe(true)
  })

  it('given up leaves everything as it was, and the next goes on from there', async () => {
    const { session, database } = await openSession(newName())
    const stop = new AbortController()
    const many = Array.from({ length: 2_500 }, (_, index) => issue(`i${index}`, { title: 'Many' }))
    const report = (done: number) => done === 2_000 && stop.abort(new Error('Stopped'))
    const watch = { report: (done: number) => void report(done), signal: stop.signal }
    const giving = session.write('Many', many, { watch })
    await expect(giving).rejects.toThrow('Stopped')
    expect(session.replica.rows('issue').size).toBe(0)
    expect(await database.segments.count()).toBe(0)
    expect(session.undoable).toBeUndefined()
    await session.write('After', [issue('a', { title: 'After' })])
    expect(session.replica.seen.get('aaaaaaaaaa')?.to).toBe(1)
  })

  it('goes on where it stopped after a restart: no sequence number twice, no stamp behind the last', async () => {
    const name = newName()
    const first = await openSession(name)
    await first.session.write('One', [issue('a', { title: 'One' })])
    await first.session.close()
    const second = await openSession(name, { now: monday - 3_600_000 })
    await second.session.write('Two', [issue('a', { title: 'Two' })])
    const row = second.session.replica.rows('issue').get('a')
    expect(row?.values.title).toBe('Two')
    expect(second.session.replica.seen.get('aaaaaaaaaa')?.to).toBe(2)
    expect(row && stampWall(touchedBy(row))).toBe(monday)
  })

  it('says its own time when the wall clock has been moved back', async () => {
    const { session, database, at } = await openSession(newName())
    await session.write('Before', [issue('a', { title: 'Before' })])
    at(monday - 3_600_000)
    await session.write('After', [issue('a', { title: 'After' })])
    const [before, after] = (await database.segments.toArray()).flatMap(decodeSegment)
    expect(after && before && after.stamp > before.stamp).toBe(true)
    expect(after?.at).toBe(monday - 3_600_000)
    expect(session.replica.rows('issue').get('a')?.values.title).toBe('After')
  })

  it('takes writes in turn, each seeing the one before', async () => {
    const { session } = await openSession(newName())
    await Promise.all(
      [1, 2, 3, 4, 5].map((n) => session.write(`Title ${n}`, [issue('a', { title: `Title ${n}` })])),
    )
    expect(session.replica.rows('issue').get('a')?.values.title).toBe('Title 5')
    expect(leavesOf(session.replica.table('issue').get('a') as Row, 'title')).toHaveLength(1)
  })

  it('tells only those who asked, once a change', async () => {
    const { session } = await openSession(newName())
    const told = vi.fn()
    const stop = session.subscribe(told)
    await session.write('Two rows', [issue('a', { title: 'A' }), issue('b', { title: 'B' })])
    stop()
    await session.write('Another', [issue('c', { title: 'C' })])
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('changes nothing when the disk would not take it, and works again after', async () => {
    const { session, database } = await openSession(newName())
    await session.write('Kept', [issue('a', { title: 'Kept' })])
    const full = vi.spyOn(database.segments, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    await expect(session.write('Lost', [issue('a', { title: 'Lost' })])).rejects.toMatchObject({
      code: 'disk-full',
    })
    expect(session.replica.rows('issue').get('a')?.values.title).toBe('Kept')
    expect(await session.changes(10)).toHaveLength(1)
    full.mockRestore()
    await session.write('Later', [issue('a', { title: 'Later' })])
    expect(session.replica.seen.get('aaaaaaaaaa')?.to).toBe(2)
  })

  it('is refused once the session is closed, so that no late work writes behind the back of the next one', async () => {
    const { session } = await openSession('closed')
    await session.close()
    const late = session.write('Late', [{ entity: 'issue', key: 'a', fields: { title: 'Late' } }])
    await expect(late).rejects.toMatchObject({ code: 'not-stored' })
  })

  it('is refused where the engagement can only be read', async () => {
    const { session } = await openSession(newName(), {
      access: { kind: 'read-only', reason: 'Open elsewhere.' },
    })
    await expect(session.write('No', [issue('a', { title: 'No' })])).rejects.toMatchObject({
      code: 'read-only',
      message: 'Open elsewhere.',
    })
  })
})

describe('undo and redo', () => {
  it('take back and bring again, also after a restart', async () => {
    const name = newName()
    const first = await openSession(name)
    await first.session.write('Raised', [issue('a', { title: 'A', severity: 3 })])
    await first.session.write('Severity set to 1', [issue('a', { severity: 1 })])
    await first.session.close()

    const second = await openSession(name)
    expect(second.session.undoable?.label).toBe('Severity set to 1')
    await second.session.undo()
    expect(second.session.replica.rows('issue').get('a')?.values.severity).toBe(3)
    expect(second.session.redoable?.label).toBe('Severity set to 1')
    await second.session.close()

    const third = await openSession(name)
    await third.session.redo()
    expect(third.session.replica.rows('issue').get('a')?.values.severity).toBe(1)
    await third.session.undo()
    await third.session.undo()
    expect(third.session.replica.rows('issue').get('a')?.values.removed).toBe(true)
    expect(third.session.undoable).toBeUndefined()
    await third.session.redo()
    await third.session.redo()
    expect(third.session.replica.rows('issue').get('a')?.values).toMatchObject({ severity: 1, removed: null })
    expect(third.session.redoable).toBeUndefined()
  })

  it('forget what was undone once something new is done', async () => {
    const name = newName()
    const { session } = await openSession(name)
    await session.write('One', [issue('a', { title: 'One' })])
    await session.write('Two', [issue('a', { title: 'Two' })])
    await session.undo()
    await session.write('Three', [issue('a', { title: 'Three' })])
    expect(session.redoable).toBeUndefined()
    await session.close()
    const again = await openSession(name)
    expect(again.session.redoable).toBeUndefined()
    expect(again.session.undoable?.label).toBe('Three')
  })

  it('take back thousands of rows as one change', async () => {
    const { session } = await openSession(newName())
    const intents = Array.from({ length: 2_500 }, (_, index) => issue(`k${index}`, { title: `T${index}` }))
    await session.write('Many', intents)
    await session.undo()
    expect([...session.replica.rows('issue').values()].every(({ values }) => values.removed === true)).toBe(
      true,
    )
  })
})

describe('reading back', () => {
  it('gives the same rows from the snapshot and the log after it as from the log alone', async () => {
    const name = newName()
    const { session, database } = await openSession(name)
    await session.write('Raised', [
      issue('a', { title: 'A', status: 'new', severity: 3 }),
      issue('b', { title: 'B' }),
    ])
    await session.write('Moved on', [issue('a', { status: 'triaged' })])
    await writeSnapshot(database, session.replica, session.shownPosition)
    await session.write('Moved on', [issue('a', { status: 'in-progress', owner: 'person:x' })])
    const [shown, made] = [await load(database), await rebuild(database)]
    expect(shown.sinceSnapshot).toBe(1)
    expect(dump(shown.replica)).toEqual(dump(made.replica))
    for (const field of trackedIssueFields) {
      const [one, other] = [shown, made].map(({ replica }) => replica.table('issue').get('a') as Row)
      expect(one && momentsOf(one, field)).toEqual(other && momentsOf(other, field))
      expect(one && leavesOf(one, field)).toEqual(other && leavesOf(other, field))
    }
  })

  it('keeps the history of the policy in a snapshot, across the log after it, and in a rebuild', async () => {
    const policy = (fields: Intent['fields']): Intent => ({
      entity: 'engagement',
      key: 'engagement',
      fields,
    })
    const { session, database, at } = await openSession(newName())
    await session.begin('Engagement created', [policy({ zone: 'Europe/Berlin', ...defaultPolicy })])
    at(monday + day)
    await session.write('Targets', [policy({ 'severity.1.resolveMinutes': 120, 'pauses:retest': true })])
    await writeSnapshot(database, session.replica, session.shownPosition)
    at(monday + 2 * day)
    await session.write('Holiday', [policy({ 'holiday:2026-04-06': 'Easter Monday' })])
    await writeSnapshot(database, (await load(database)).replica, session.shownPosition)
    at(monday + 3 * day)
    await session.write('Targets', [policy({ 'severity.1.resolveMinutes': 90, 'pauses:retest': null })])

    const shown = [session.replica, (await load(database)).replica, (await rebuild(database)).replica]
    for (const replica of shown) {
      const { policies } = policyHistory(replica.rows('engagement').get('engagement'))
      expect(
        policies.map(({ since, target, pauses, calendar }) => [
          since,
          target('resolve', 1),
          pauses('retest'),
          calendar.holidays.length,
        ]),
      ).toEqual([
        [-Infinity, 240 * 60_000, false, 0],
        [monday + day, 120 * 60_000, true, 0],
        [monday + 2 * day, 120 * 60_000, true, 1],
        [monday + 3 * day, 90 * 60_000, false, 1],
      ])
    }
  })

  it('does without a damaged snapshot', async () => {
    const name = newName()
    const { session, database } = await openSession(name)
    await session.write('Raised', [issue('a', { title: 'A' })])
    await writeSnapshot(database, session.replica, session.shownPosition)
    await database.snapshot.toCollection().modify({ rows: new TextEncoder().encode('[]') })
    expect((await load(database)).replica.rows('issue').get('a')?.values.title).toBe('A')
  })

  it('says when the log itself is damaged', async () => {
    const { session, database } = await openSession(newName())
    await session.write('Raised', [issue('a', { title: 'A' })])
    await database.segments.toCollection().modify((segment) => {
      Object.assign(segment, { lines: new TextEncoder().encode(textOf(segment).replace('"A"', '"B"')) })
    })
    await expect(load(database)).rejects.toThrow(/damaged/)
  })

  it('folds small segments without changing an operation', async () => {
    const name = newName()
    const { session, database } = await openSession(name)
    for (let n = 0; n < 40; n++) await session.write(`Title ${n}`, [issue('a', { title: `Title ${n}` })])
    const before = (await database.segments.toArray()).flatMap(decodeSegment)
    const position = session.shownPosition
    expect(await foldSegments(database)).toBe(39)
    const after = await database.segments.toArray()
    expect(after.flatMap(decodeSegment)).toEqual(before)
    expect(after.at(-1)?.id).toBe(position)
    await session.write('Later', [issue('a', { title: 'Later' })])
    expect((await load(database)).replica.rows('issue').get('a')?.values.title).toBe('Later')
  })

  it('reads ten thousand segments of one operation each, and folds them down to a few', async () => {
    const name = newName()
    const { database } = await openSession(name)
    const operations = makeLaptop('aaaaaaaaaa', monday).write(
      Array.from({ length: 10_000 }, (_, n) => issue(`i${n % 500}`, { title: `Title ${n}` })),
    )
    await database.segments.bulkAdd(operations.map((operation) => encodeSegment([operation])))
    const apart = await load(database)
    while ((await foldSegments(database)) > 0);
    expect(await database.segments.count()).toBeLessThan(20)
    expect((await database.segments.toArray()).flatMap(decodeSegment)).toEqual(operations)
    const folded = await load(database)
    expect(dump(folded.replica)).toEqual(dump(apart.replica))
    expect(folded.replica.rows('issue').get('i499')?.values.title).toBe('Title 9999')
    expect(folded.position).toBe(apart.position)
  })

  it('shows any past day', async () => {
    const { session, at } = await openSession(newName())
    await session.write('Raised', [issue('a', { severity: 3 })])
    at(monday + 86_400_000)
    await session.write('Raised to 1', [issue('a', { severity: 1 })])
    expect((await session.replicaAsOf(monday + 3_600_000)).rows('issue').get('a')?.values.severity).toBe(3)
    expect((await session.replicaAsOf(monday + 90_000_000)).rows('issue').get('a')?.values.severity).toBe(1)
  })
})

describe('taking an import back', () => {
  const cause = 'import:first'
  const imported = (fields: Intent['fields']): Intent => ({
    entity: 'issue',
    key: 'a',
    fields,
    over: 'source',
    cause,
  })

  it('takes back the source’s word too, so that the next import sees a change', async () => {
    const { session } = await openSession(newName())
    await session.write('First import', [imported({ title: 'Old', component: 'Billing' })])
    await session.write('Second import', [imported({ title: 'New' })])
    const row = () => session.replica.table('issue').get('a') as Row
    expect(sourcedIn(row(), 'title')?.value).toBe('New')
    await session.undo()
    expect(session.replica.rows('issue').get('a')?.values.title).toBe('Old')
    expect(sourcedIn(row(), 'title')?.value).toBe('Old')
    expect(conflictingFields(row())).toEqual([])
  })

  it('leaves a local edit a local edit, and lets the source say it again', async () => {
    const { session } = await openSession(newName())
    await session.write('First import', [imported({ title: 'Old' })])
    await session.write('Edited here', [issue('a', { title: 'Mine' })])
    await session.write('Second import', [imported({ title: 'New' })])
    const row = () => session.replica.table('issue').get('a') as Row
    expect(conflictingFields(row())).toEqual(['title'])
    await session.undo()
    expect(session.replica.rows('issue').get('a')?.values.title).toBe('Mine')
    expect(sourcedIn(row(), 'title')?.value).toBe('Old')
    expect(conflictingFields(row())).toEqual([])

    await session.write('Second import again', [imported({ title: 'New' })])
    expect(leavesOf(row(), 'title').map(({ value }) => value)).toContain('Mine')
    expect(conflictingFields(row())).toEqual(['title'])
  })

  it('brings both values back when it is done again', async () => {
    const { session } = await openSession(newName())
    await session.write('First import', [imported({ title: 'Old' })])
    await session.write('Edited here', [issue('a', { title: 'Mine' })])
    await session.write('Second import', [imported({ title: 'New' })])
    await session.undo()
    await session.redo()
    const row = session.replica.table('issue').get('a') as Row
    expect(sourcedIn(row, 'title')?.value).toBe('New')
    expect(new Set(leavesOf(row, 'title').map(({ value }) => value))).toEqual(new Set(['New', 'Mine']))
  })

  it('leaves a conflict that stood before as it was', async () => {
    const { session } = await openSession(newName())
    await session.write('First import', [imported({ title: 'Old' })])
    await session.write('Edited here', [issue('a', { title: 'Mine' })])
    await session.write('Second import', [imported({ title: 'New' })])
    await session.write('Third import', [imported({ title: 'Newer' })])
    await session.undo()
    const row = session.replica.table('issue').get('a') as Row
    expect(sourcedIn(row, 'title')?.value).toBe('New')
    expect(new Set(leavesOf(row, 'title').map(({ value }) => value))).toEqual(new Set(['New', 'Mine']))
  })
})

describe('the beginning of an engagement', () => {
  it('cannot be undone: nothing would be left', async () => {
    const { session } = await openSession(newName())
    await session.begin('Engagement created', [
      { entity: 'engagement', key: 'engagement', fields: { name: 'New' } },
    ])
    expect(session.undoable).toBeUndefined()
    expect(await session.undo()).toBeUndefined()
    expect(session.replica.rows('engagement').get('engagement')?.values.name).toBe('New')
  })
})

describe('what was told outside of the app', () => {
  it('cannot be untold: undo takes back what was done before it', async () => {
    const name = newName()
    const first = await openSession(name)
    await first.session.write('Raised', [issue('a', { title: 'A' })])
    const told = { entity: 'calendarExport', key: 'all@a', fields: { calendar: 'all', 'event:s': '{}' } }
    await first.session.remember('Calendar exported', [told])
    await first.session.close()
    const { session } = await openSession(name)
    expect(session.undoable?.label).toBe('Raised')
    await session.undo()
    const row = session.replica.rows('calendarExport').get('all@a')
    expect(row?.values).toMatchObject({ 'event:s': '{}' })
    expect((await session.changes(3)).map(({ label, kind }) => [label, kind])).toEqual([
      ['Undone: Raised', 'undo'],
      ['Calendar exported', 'export'],
      ['Raised', 'edit'],
    ])
  })
})

describe('a record that is no record', () => {
  it('is damage, not a surprise', async () => {
    const { session, database } = await openSession(newName())
    await session.write('Raised', [issue('a', { title: 'A' })])
    await database.segments.toCollection().modify((segment) => {
      Object.assign(segment, { lines: undefined })
    })
    await expect(load(database)).rejects.toThrow(/damaged/)
  })
})
