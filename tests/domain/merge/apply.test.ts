import { begunAt, conflictingFields, leavesOf, sourcedIn } from '@domain/merge/apply'
import { dump } from '@domain/merge/dump'
import { checkOperation, type Operation } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import type { Row } from '@domain/merge/row'
import { momentsOf } from '@domain/merge/trail'
import type { Fields } from '@domain/model/value'
import { describe, expect, it } from 'vitest'
import { firstMorning, type Laptop, makeLaptop } from '../../support/laptop'

const issue = (fields: Fields, key = '1') => ({ entity: 'issue', key, fields })
const fromSource = (fields: Fields) => ({ ...issue(fields), over: 'source' as const })

function pair(fields: Fields): readonly [Laptop, Laptop] {
  const a = makeLaptop('a')
  const b = makeLaptop('b')
  a.write(issue(fields))
  b.receive(a.operations)
  return [a, b]
}

function exchange(a: Laptop, b: Laptop): void {
  a.receive(b.operations)
  b.receive(a.operations)
}

function rowOf({ replica }: Pick<Laptop, 'replica'>, key = '1'): Row {
  const row = replica.table('issue').get(key)
  if (!row) throw new Error(`no issue ${key}`)
  return row
}

describe('two laptops and one field', () => {
  it('one after the other is no conflict', () => {
    const [a, b] = pair({ severity: 3 })
    a.write(issue({ severity: 2 }))
    b.receive(a.operations)
    b.write(issue({ severity: 1 }))
    a.receive(b.operations)
    expect(a.value('issue', '1', 'severity')).toBe(1)
    expect(a.conflict('issue', '1', 'severity')).toEqual([])
  })

  it('at the same time is a conflict; the later one shows and the other is kept', () => {
    const [a, b] = pair({ severity: 3 })
    a.write(issue({ severity: 1 }))
    b.now += 1
    b.write(issue({ severity: 2 }))
    exchange(a, b)
    for (const laptop of [a, b]) expect(laptop.conflict('issue', '1', 'severity')).toEqual([2, 1])
  })

  it('to the same value is none', () => {
    const [a, b] = pair({ severity: 3 })
    a.write(issue({ severity: 1 }))
    b.write(issue({ severity: 1 }))
    exchange(a, b)
    expect(conflictingFields(rowOf(a))).toEqual([])
  })

  it('different fields are none', () => {
    const [a, b] = pair({ severity: 3 })
    a.write(issue({ severity: 1, 'tag:x': true }))
    b.write(issue({ owner: 'p', 'tag:y': true }))
    exchange(a, b)
    expect(conflictingFields(rowOf(b))).toEqual([])
    expect(rowOf(b).values).toEqual({ severity: 1, owner: 'p', 'tag:x': true, 'tag:y': true })
  })

  it('is settled by whoever writes after having seen both', () => {
    const [a, b] = pair({ severity: 3 })
    a.write(issue({ severity: 1 }))
    b.write(issue({ severity: 2 }))
    exchange(a, b)
    a.write(issue({ severity: 1 }))
    exchange(a, b)
    expect(b.value('issue', '1', 'severity')).toBe(1)
    expect(conflictingFields(rowOf(b))).toEqual([])
  })

  it('a removal and an undone removal are a conflict, not a loss', () => {
    const [a, b] = pair({ title: 'x', removed: true })
    a.write(issue({ removed: false }))
    b.write([issue({ removed: true }), issue({ title: 'y' })])
    exchange(a, b)
    expect(a.conflict('issue', '1', 'removed').sort()).toEqual([false, true])
    expect(a.value('issue', '1', 'title')).toBe('y')
  })

  it('is no conflict with a write whose predecessor is still under way', () => {
    const [a, b] = pair({ severity: 3 })
    const c = makeLaptop('c')
    c.receive(a.operations)
    const [middle] = a.write(issue({ severity: 2 }))
    b.receive(a.operations)
    const [last] = b.write(issue({ severity: 1 }))
    c.receive(last ? [last] : [])
    expect(c.value('issue', '1', 'severity')).toBe(1)
    expect(conflictingFields(rowOf(c))).toEqual([])
    c.receive(middle ? [middle] : [])
    expect(leavesOf(rowOf(c), 'severity')).toHaveLength(1)
  })

  it('the later stamp shows, even of a laptop whose clock is a year ahead, and it can be overwritten', () => {
    const [a, b] = pair({ severity: 3 })
    b.now += 365 * 86_400_000
    b.write(issue({ severity: 1 }))
    a.receive(b.operations)
    a.write(issue({ severity: 2 }))
    b.receive(a.operations)
    for (const laptop of [a, b]) expect(laptop.value('issue', '1', 'severity')).toBe(2)
    expect(leavesOf(rowOf(a), 'severity')).toHaveLength(1)
  })
})

describe('an import', () => {
  it('stands beside a local edit that it has not seen', () => {
    const a = makeLaptop('a')
    a.write(fromSource({ title: 'one', status: 'new' }), 'import:1')
    a.write(issue({ title: 'mine' }))
    a.write(fromSource({ title: 'two', status: 'triaged' }), 'import:2')
    expect(a.conflict('issue', '1', 'title')).toEqual(['two', 'mine'])
    expect(a.conflict('issue', '1', 'status')).toEqual([])
    expect(sourcedIn(rowOf(a), 'title')?.value).toBe('two')
  })

  it('of a file that two laptops had read follows on both, for it is the same source', () => {
    const a = makeLaptop('a')
    const b = makeLaptop('b')
    a.write(fromSource({ status: 'new' }), 'import:1')
    b.write(fromSource({ status: 'new' }), 'import:2')
    exchange(a, b)
    a.write(fromSource({ status: 'triaged' }), 'import:3')
    exchange(a, b)
    for (const laptop of [a, b]) {
      expect(laptop.value('issue', '1', 'status')).toBe('triaged')
      expect(conflictingFields(rowOf(laptop))).toEqual([])
    }
  })

  it('of a file that two laptops had read still stands beside a local edit', () => {
    const a = makeLaptop('a')
    const b = makeLaptop('b')
    a.write(fromSource({ title: 'one' }), 'import:1')
    b.write(fromSource({ title: 'one' }), 'import:2')
    exchange(a, b)
    b.write(issue({ title: 'mine' }))
    exchange(a, b)
    a.write(fromSource({ title: 'two' }), 'import:3')
    exchange(a, b)
    for (const laptop of [a, b]) expect(laptop.conflict('issue', '1', 'title')).toEqual(['two', 'mine'])
  })
})

describe('a row', () => {
  it('began when its earliest change did, whatever came first', () => {
    const a = makeLaptop('a')
    a.write([
      { ...issue({ status: 'new' }), at: 1_000 },
      { ...issue({ status: 'resolved' }), at: 5_000 },
    ])
    const late = new Replica()
    for (const operation of [...a.operations].reverse()) late.apply(operation)
    expect(begunAt(rowOf(a))).toBe(1_000)
    expect(begunAt(rowOf({ replica: late }))).toBe(1_000)
    expect(momentsOf(rowOf({ replica: late }), 'status').map(({ at }) => at)).toEqual([1_000, 5_000])
  })

  it('keeps what a newer version wrote', () => {
    const a = makeLaptop('a')
    a.write({ entity: 'weather', key: 'w', fields: { sky: 'blue' } })
    expect(a.replica.entityNames()).toEqual(['weather'])
    expect(a.value('weather', 'w', 'sky')).toBe('blue')
  })

  it('comes to the same when an operation claims to have seen a field that it does not write', () => {
    const [first, second] = makeLaptop('a').write([issue({ title: 'x' }), issue({ severity: 2 })]) as [
      Operation,
      Operation,
    ]
    const [elsewhere] = makeLaptop('z').write(issue({ severity: 1 })) as [Operation]
    const odd: Operation = { ...first, was: { severity: [elsewhere.stamp] } }
    const [one, other] = [new Replica(), new Replica()]
    const [mine] = makeLaptop('b').write(issue({ severity: 3 })) as [Operation]
    for (const operation of [odd, second, mine]) one.apply(operation)
    for (const operation of [second, mine, odd]) other.apply(operation)
    expect(dump(one)).toEqual(dump(other))
    expect(dump(one).conflicts).toHaveLength(1)
  })
})

describe('somebody who writes', () => {
  it.each([{ severity: 4 }, { status: 'gone' }, { title: 7 }, { constructor: 'x' }] as Fields[])(
    'cannot write %j',
    (fields) => {
      const a = makeLaptop('a')
      a.write(issue({ title: 'x' }))
      expect(() => a.write(issue(fields))).toThrow(RangeError)
      expect(a.operations).toHaveLength(1)
    },
  )

  it('says when it happened, where the stamps of the laptop have run ahead of its clock', () => {
    const a = makeLaptop('a')
    a.now += 86_400_000
    a.write(issue({ status: 'new' }))
    a.now = firstMorning
    const [operation] = a.write(issue({ status: 'triaged' }))
    expect(operation?.at).toBe(firstMorning)
    expect(momentsOf(rowOf(a), 'status').map(({ value }) => value)).toEqual(['triaged', 'new'])
  })
})

describe('an operation out of a file', () => {
  const [good] = makeLaptop('a').write(issue({ title: 'x', severity: 1 })) as [Operation]

  it('is taken in as it is', () => {
    expect(checkOperation(JSON.parse(JSON.stringify(good)))).toEqual({ operation: good })
  })

  it.each([
    ['no object', null],
    ['nothing in it', {}],
    ['a stamp of another laptop', { ...good, laptop: 'b000000000' }],
    ['a stamp that is none', { ...good, stamp: 'now' }],
    ['a sequence that does not count', { ...good, seq: 0 }],
    ['a value of the wrong kind', { ...good, fields: { severity: 4 } }],
    ['a value with parts', { ...good, fields: { later: { a: 1 } } }],
    ['a time beyond time', { ...good, at: 1e20 }],
    ['a number beyond numbers', { ...good, fields: { later: Number.POSITIVE_INFINITY } }],
    ['a sequence beyond counting', { ...good, seq: 2 ** 53 }],
    ['a name too long', { ...good, key: 'x'.repeat(1_001) }],
    ['a field whose name is too long', { ...good, fields: { ['x'.repeat(1_001)]: 1 } }],
    ['a list in place of fields', { ...good, fields: ['x'] }],
    ['predecessors that are no stamps', { ...good, was: { title: ['x'] } }],
    ['predecessors that are no list', { ...good, was: { title: good.stamp } }],
  ])('is refused with a reason: %s', (_, input) => {
    expect(checkOperation(input)).toEqual({ problem: expect.stringMatching(/.+: .+/) })
  })

  it('leaves behind what is no part of an operation', () => {
    const text = JSON.stringify({ ...good, colour: 'blue' }).replace('"fields":{', '"fields":{"__proto__":1,')
    expect(checkOperation(JSON.parse(text))).toEqual({ operation: good })
  })

  it('may tell everything that an operation can', () => {
    const whole = { ...good, was: { title: [good.stamp] }, at: -5, cause: 'import:1' }
    expect(checkOperation(JSON.parse(JSON.stringify(whole)))).toEqual({ operation: whole })
  })

  it.each(['constructor', 'toString', 'hasOwnProperty'])(
    'cannot pass off %s, which every object has, as a field',
    (name) => {
      expect(checkOperation({ ...good, fields: { [name]: 'x' } })).toEqual({
        problem: expect.stringContaining(name),
      })
    },
  )

  it('may hold fields and entities that this version does not know', () => {
    const tomorrow = { ...good, entity: 'weather', fields: { sky: 'blue' } }
    expect(checkOperation(tomorrow)).toEqual({ operation: tomorrow })
  })

  it('belongs to a time: its own where it says one, else that of its stamp', () => {
    const a = makeLaptop('a', firstMorning)
    a.write([issue({ status: 'new' }), { ...issue({ status: 'triaged' }, '2'), at: 5 }])
    expect(momentsOf(rowOf(a), 'status')[0]?.at).toBe(firstMorning)
    expect(momentsOf(rowOf(a, '2'), 'status')[0]?.at).toBe(5)
  })
})
