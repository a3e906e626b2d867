import { beforeBoth } from '@domain/conflicts/before-both'
import { type Conflict, conflictsAt } from '@domain/conflicts/conflict'
import { disputedLabel, disputedText, rowName } from '@domain/conflicts/conflict-words'
import { byRule, settle, settleRules } from '@domain/conflicts/settle'
import { dump, dumpText } from '@domain/merge/dump'
import { importCause } from '@domain/merge/operation'
import type { Fields } from '@domain/model/value'
import { issuesTold, mergeIntoDuplicate } from '@domain/triage/duplicates'
import { finish } from '@domain/triage/sliced-sort'
import { beforeEach, describe, expect, it } from 'vitest'
import { WayBack } from '../../../src/renderer/storage/inverse'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const telling = { personName: () => 'Bo Lind', issueKey: (key: string) => key, instant: () => '23 Nov' }

let a: Laptop
let b: Laptop
beforeEach(() => {
  a = makeLaptop('a')
  b = makeLaptop('b')
})

const issue = (fields: Fields, key = '1') => ({ entity: 'issue', key, fields })
const issueOf = (laptop: Laptop) => (key: string) => laptop.replica.rows('issue').get(key)
const conflicts = (laptop: Laptop) =>
  conflictsAt(laptop.replica.conflicts, { laptop: laptop.id, by: laptop.id.replace(/0+$/, '') })

function exchange(): void {
  for (const laptop of [a, b]) laptop.now += 60_000
  a.receive([...b.operations])
  b.receive([...a.operations])
  expect(dumpText(dump(a.replica))).toBe(dumpText(dump(b.replica)))
  for (const { replica } of [a, b])
    expect(replica.conflicts.all()).toHaveLength(dump(replica).conflicts.length)
}

function settled(laptop: Laptop, conflict: Conflict | undefined, value: string | number | boolean): void {
  if (!conflict) throw new Error('there is no conflict')
  const plan = settle([{ conflict, value }], laptop.now, issueOf(laptop), telling)
  if (!plan.ok) throw new Error(plan.reason)
  laptop.write(plan.intents)
}

describe('a field in conflict', () => {
  beforeEach(() => {
    a.write([issue({ title: 'Old' }), { entity: 'person', key: 'p', fields: { name: 'Bo' } }])
    exchange()
    a.write(issue({ title: 'Mine' }))
    b.write(issue({ title: 'Theirs' }))
    exchange()
  })

  it('has a side for each value, that of the own laptop first, with who, when and where', () => {
    const [conflict] = conflicts(a)
    expect(conflict?.sides.map(({ value, isMine }) => [value, isMine])).toEqual([
      ['Mine', true],
      ['Theirs', false],
    ])
    expect(conflicts(b)[0]?.sides.map(({ value }) => value)).toEqual(['Theirs', 'Mine'])
    expect(conflict?.sides[1]?.writers).toMatchObject([{ by: 'b', laptop: b.id, at: firstMorning + 60_000 }])
  })

  it('tells what stood before both', () => {
    const [conflict] = conflicts(a)
    const stamps = conflict?.sides.flatMap(({ writers }) => writers.map(({ stamp }) => stamp)) ?? []
    expect(beforeBoth(a.operations, 'title', stamps)).toMatchObject({ value: 'Old', by: 'a' })
    expect(beforeBoth(a.operations.slice(2), 'title', stamps)).toBeUndefined()
  })

  it('is settled by a change that travels', () => {
    settled(a, conflicts(a)[0], 'Theirs')
    exchange()
    expect(b.value('issue', '1', 'title')).toBe('Theirs')
    expect([conflicts(a), conflicts(b)]).toEqual([[], []])
  })

  it('comes back when its settlement is undone, each value in the name of its writer', () => {
    const [conflict] = conflicts(a)
    if (!conflict) throw new Error('there is no conflict')
    const plan = settle([{ conflict, value: 'Mine' }], a.now, issueOf(a), telling)
    if (!plan.ok) throw new Error(plan.reason)
    const authored = a.write(plan.intents)
    expect(conflicts(a)).toEqual([])
    const c = makeLaptop('c')
    c.receive(a.operations.slice(0, -1))
    a.write(finish(new WayBack(c.replica).add(authored).intents()))
    exchange()
    expect(
      conflicts(a)[0]?.sides.map(({ value, isMine, writers }) => [value, isMine, writers[0]?.by]),
    ).toEqual([
      ['Mine', true, 'a'],
      ['Theirs', false, 'b'],
    ])
    expect(conflicts(b)).toHaveLength(1)
  })

  it('settled differently on both laptops is a conflict again', () => {
    settled(a, conflicts(a)[0], 'Theirs')
    settled(b, conflicts(b)[0], 'Mine')
    exchange()
    expect(a.conflict('issue', '1', 'title').sort()).toEqual(['Mine', 'Theirs'])
  })

  it('is counted as it comes and goes, in every entity', () => {
    expect(a.replica.conflicts.size).toBe(1)
    a.write({ entity: 'person', key: 'p', fields: { name: 'Bo L.' } })
    b.write({ entity: 'person', key: 'p', fields: { name: 'Bo Lind' } })
    exchange()
    expect(conflicts(a).map(({ entity, field }) => [entity, field])).toEqual([
      ['issue', 'title'],
      ['person', 'name'],
    ])
  })
})

describe('many conflicts by one rule', () => {
  it('give the newest, mine, theirs, the source’s, what is shown; or say nothing', () => {
    a.write([{ ...issue({ title: 'Source' }), over: 'source' }], importCause('1'))
    exchange()
    b.write(issue({ title: 'Theirs' }))
    a.now += 60_000
    a.write(issue({ title: 'Mine' }))
    exchange()
    const [conflict] = conflicts(a)
    if (!conflict) throw new Error('there is no conflict')
    expect(settleRules.map((rule) => byRule(rule, conflict)?.value)).toEqual([
      'Mine',
      'Mine',
      'Theirs',
      undefined,
      'Mine',
    ])
    const c = makeLaptop('c')
    c.receive(a.operations)
    const [seenByC] = conflicts(c)
    expect(seenByC && byRule('mine', seenByC)).toBeUndefined()
  })

  it('the source’s word is taken where it is one of the sides', () => {
    a.write([{ ...issue({ title: 'Old' }), over: 'source' }], importCause('1'))
    a.write(issue({ title: 'Mine' }))
    a.write([{ ...issue({ title: 'New' }), over: 'source' }], importCause('2'))
    const [conflict] = conflicts(a)
    expect(conflict && byRule('source', conflict)?.value).toBe('New')
    expect(conflict && byRule('mine', conflict)?.value).toBe('Mine')
  })
})

describe('an edit that meets a removal', () => {
  beforeEach(() => {
    a.write(issue({ title: 'Old', severity: 3 }))
    exchange()
    a.write(issue({ removed: true }))
  })

  it('is a conflict, whichever was stamped first, and nothing is lost by keeping it', () => {
    b.now -= 3_600_000
    b.write(issue({ title: 'Typed' }))
    exchange()
    expect(conflicts(a).map(({ field, sides }) => [field, sides.map(({ value }) => value)])).toEqual([
      ['removed', [true, false]],
    ])
    settled(b, conflicts(b)[0], false)
    exchange()
    expect([a.value('issue', '1', 'removed'), a.value('issue', '1', 'title')]).toEqual([false, 'Typed'])
    expect(conflicts(a)).toEqual([])
  })

  it('is settled by removing it all the same, by either of them', () => {
    b.write(issue({ title: 'Typed' }))
    exchange()
    settled(a, conflicts(a)[0], true)
    exchange()
    expect(b.value('issue', '1', 'removed')).toBe(true)
    expect([conflicts(a), conflicts(b)]).toEqual([[], []])
  })

  it('is none where the removal has seen the edit, or the edit the removal', () => {
    exchange()
    expect(conflicts(a)).toEqual([])
    b.write(issue({ severity: 1 }))
    exchange()
    expect(conflicts(a)).toEqual([])
    b.write(issue({ title: 'Typed' }, '2'))
    exchange()
    a.write(issue({ removed: true }, '2'))
    exchange()
    expect(conflicts(b)).toEqual([])
  })

  it('is none where only a source has said something meanwhile', () => {
    b.write([{ ...issue({ component: 'Said' }), over: 'source' }], importCause('1'))
    exchange()
    expect(conflicts(a)).toEqual([])
  })
})

describe('two laptops that merge the same duplicates, each the other way round', () => {
  beforeEach(() => {
    a.write([issue({ title: 'A', status: 'new' }, 'A'), issue({ title: 'B', status: 'new' }, 'B')])
    for (const key of ['A', 'B'])
      a.write({ entity: 'comment', key: `c${key}`, fields: { issue: key, text: `Said on ${key}` } })
    exchange()
    for (const [laptop, from, into] of [
      [a, 'A', 'B'],
      [b, 'B', 'A'],
    ] as const) {
      const row = issueOf(laptop)(from)
      const plan = row && mergeIntoDuplicate(row, into, laptop.now, issueOf(laptop))
      if (!plan?.ok) throw new Error('the merge was refused')
      laptop.write(plan.intents)
    }
    exchange()
  })

  it('see it, lose no comment meanwhile, and say which one stays', () => {
    for (const laptop of [a, b]) {
      expect(laptop.replica.conflicts.size).toBe(1)
      const [circle] = conflicts(laptop)
      expect(circle).toMatchObject({ kind: 'circle', field: 'duplicateOf' })
      expect(circle?.sides.map(({ value, isMine }) => [value, isMine])).toEqual(
        laptop === a
          ? [
              ['B', true],
              ['A', false],
            ]
          : [
              ['A', true],
              ['B', false],
            ],
      )
      for (const key of ['A', 'B']) {
        const row = issueOf(laptop)(key)
        expect(row && [...issuesTold(row, issueOf(laptop))].sort()).toEqual(['A', 'B'])
      }
    }
    settled(a, conflicts(a)[0], 'B')
    exchange()
    expect([conflicts(a), conflicts(b)]).toEqual([[], []])
    const [kept, duplicate] = ['B', 'A'].map((key) => issueOf(b)(key))
    expect(kept?.values).toMatchObject({ status: 'triaged', duplicateOf: null })
    expect(duplicate?.values).toMatchObject({ status: 'duplicate', duplicateOf: 'B' })
    expect(kept && [...issuesTold(kept, issueOf(b))].sort()).toEqual(['A', 'B'])
  })

  it('settled on both, each for its own, is back to two issues and no circle', () => {
    settled(a, conflicts(a)[0], 'B')
    settled(b, conflicts(b)[0], 'A')
    exchange()
    expect(a.replica.conflicts.circles()).toEqual([])
  })
})

describe('in words', () => {
  it('a retest goes by its issue and its patch', () => {
    a.write({ entity: 'retest', key: 'p/7', fields: { issue: '7', patch: 'p', result: 'passed' } })
    const row = a.replica.table('retest').get('p/7')
    const named = { ...telling, issueKey: () => 'HC-7', patchName: () => 'Patch 3' }
    expect(row && rowName('retest', row, named)).toBe('HC-7 on Patch 3')
  })

  it.each([
    ['issue', 'owner', 'person:bo', 'Owner', 'Bo Lind'],
    ['issue', 'tag:urgent', false, 'Tag urgent', 'Taken off'],
    ['person', 'role', 'floor-walker', 'Role', 'Floor walker'],
    ['person', 'leftOn', '2026-11-23', 'Left on', 'Mon 23 Nov 2026'],
    ['engagement', 'severity.1.resolveMinutes', 240, 'Severity 1: resolve minutes', '240 min'],
    ['engagement', 'holiday:2026-12-25', 'Christmas', 'Holiday Fri 25 Dec 2026', 'Christmas'],
    ['engagement', 'hours.mon', '', 'Hours on mon', 'nothing'],
    ['engagement', 'goLiveAt', 1, 'Go-live', '23 Nov'],
    ['issue', 'removed', true, 'Removed here, edited there', 'Removed'],
  ])('%s %s', (entity, field, value, label, text) => {
    expect([disputedLabel(entity, field), disputedText(entity, field, value, telling)]).toEqual([label, text])
  })
})
