import { Random } from '@domain/demo/random'
import { begunAt, conflictIn, conflictingFields, leavesOf, sourcedIn, touchedBy } from '@domain/merge/apply'
import type { Disputed } from '@domain/merge/conflict-list'
import { dump, dumpPieces, dumpText } from '@domain/merge/dump'
import type { Intent } from '@domain/merge/intent'
import { effectiveAt, isImported, type Operation } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import { stampWall } from '@domain/merge/stamp'
import { momentsOf } from '@domain/merge/trail'
import { trackedIssueFields } from '@domain/model/issue'
import type { Value } from '@domain/model/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Laptop, makeLaptop } from '../support/laptop'
import { isSaidAgain, referenceDump, writesByField } from '../support/reference-merge'

/** What may happen to a few laptops, in any order. Numbers are taken modulo what there is. */
type Event =
  | { readonly kind: 'edit'; readonly laptop: number; readonly intents: readonly Intent[] }
  | { readonly kind: 'import'; readonly laptop: number; readonly intents: readonly Intent[] }
  | {
      readonly kind: 'exchange'
      readonly from: number
      readonly to: number
      readonly seed: number
      readonly share: number
    }
  | { readonly kind: 'clock'; readonly laptop: number; readonly by: number }

const value = fc.constantFrom<Value>('a', 'b', 'c', null)
const level = fc.constantFrom<Value>(1, 2, 3, null)
const issueFields = fc.record<Record<string, Value>>(
  {
    title: value,
    description: value,
    status: fc.constantFrom<Value>('new', 'triaged', 'in-progress', 'resolved'),
    severity: level,
    owner: fc.constantFrom<Value>('person:a', 'person:b', null),
    removed: fc.boolean(),
    'tag:x': fc.boolean(),
    'tag:y': fc.boolean(),
    'column:Sprint': value,
    'a field of tomorrow': fc.oneof(value, fc.integer()),
  },
  { requiredKeys: [] },
)
const otherFields = fc.record<Record<string, Value>>(
  {
    name: value,
    'holiday:2026-12-25': value,
    'severity.1.resolveMinutes': fc.constantFrom<Value>(60, 240, null),
    'pauses:retest': fc.constantFrom<Value>(true, false, null),
  },
  { requiredKeys: [] },
)
/** Those whose every change is kept with its time. */
const fieldsWithHistory: Readonly<Record<string, readonly string[]>> = {
  issue: trackedIssueFields,
  engagement: ['holiday:2026-12-25', 'severity.1.resolveMinutes', 'pauses:retest'],
}
const at = fc.option(fc.integer({ min: 1_000, max: 1_005 }), { nil: undefined })

const intentOf = (
  entity: fc.Arbitrary<string>,
  fields: fc.Arbitrary<Record<string, Value>>,
): fc.Arbitrary<Intent> =>
  fc
    .record({ entity, key: fc.constantFrom('1', '2'), fields, at })
    .map(({ at, ...intent }) => (at === undefined ? intent : { ...intent, at }))
const intents = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: intentOf(fc.constant('issue'), issueFields) },
    { weight: 2, arbitrary: intentOf(fc.constantFrom('engagement', 'engagement', 'moonPhase'), otherFields) },
  ),
  { minLength: 1, maxLength: 3 },
)
const laptop = fc.nat(4)
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), laptop, intents }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('import' as const), laptop, intents }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('exchange' as const),
      from: laptop,
      to: laptop,
      seed: fc.nat(),
      share: fc.constantFrom(0.4, 0.8, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      laptop,
      by: fc.constantFrom(-86_400_000, -5, 1, 60_000, 86_400_000),
    }),
  },
)
const story = fc.record({
  laptops: fc.integer({ min: 3, max: 5 }),
  events: fc.array(event, { maxLength: 30 }),
})

function live({ laptops: count, events }: { laptops: number; events: readonly Event[] }): Laptop[] {
  const laptops = ['a', 'b', 'c', 'd', 'e'].slice(0, count).map((name) => makeLaptop(name))
  const pick = (index: number) => laptops[index % count] as Laptop
  for (const happened of events) {
    if (happened.kind === 'clock') pick(happened.laptop).now += happened.by
    else if (happened.kind === 'edit') pick(happened.laptop).write(happened.intents)
    else if (happened.kind === 'import') {
      const fromSource = happened.intents.map((intent) => ({ ...intent, over: 'source' as const }))
      pick(happened.laptop).write(fromSource, 'import:1')
    } else pick(happened.to).receive(someOf(pick(happened.from).operations, happened.seed, happened.share))
  }
  return laptops
}

/** Some operations in any order, some of them twice: late arrivals, holes, repetition. */
function someOf(operations: readonly Operation[], seed: number, share: number): Operation[] {
  const random = new Random(seed)
  const chosen = operations.filter(() => random.chance(share))
  return shuffled([...chosen, ...chosen.filter(() => random.chance(0.2))], seed)
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = new Random(seed)
  return list
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

/** Everybody gets everything, each by another route. */
function meet(laptops: readonly Laptop[]): readonly Operation[] {
  const all = laptops.flatMap(({ id, operations }) =>
    operations.filter((operation) => operation.laptop === id),
  )
  for (const [index, each] of laptops.entries()) each.receive(shuffled(all, index))
  return all
}

function rebuilt(operations: Iterable<Operation>): Replica {
  const replica = new Replica()
  for (const operation of operations) replica.apply(operation)
  return replica
}

describe('laptops that exchange everything', () => {
  it('show the same, conflicts included, in whatever order and how often it came', () => {
    fc.assert(
      fc.property(story, (told) => {
        const laptops = live(told)
        const all = meet(laptops)
        const texts = laptops.map(({ replica }) => dumpText(dump(replica)))
        expect(new Set(texts).size).toBe(1)
        for (const { replica, operations } of laptops) {
          expect(replica.size).toBe(all.length)
          expect(new Set(operations)).toEqual(new Set(all))
        }
      }),
    )
  })

  it('agree on histories, on what sources said, and on what was touched last', () => {
    fc.assert(
      fc.property(story, (told) => {
        const laptops = live(told)
        meet(laptops)
        const [first, ...others] = laptops.map(({ replica }) => memories(replica))
        for (const other of others) expect(other).toEqual(first)
      }),
    )
  })

  it('lose nothing: each value was replaced by somebody who saw it, or shows, or is in a conflict, or was said twice', () => {
    fc.assert(
      fc.property(story, (told) => {
        const laptops = live(told)
        const all = meet(laptops)
        const { replica } = laptops[0] as Laptop
        for (const { entity, key, field, writes } of writesByField(all)) {
          const row = replica.table(entity).get(key)
          if (!row) throw new Error('a row is missing')
          const standing = new Set([row.values[field], ...conflictIn(row, field).map(({ value }) => value)])
          const seen = new Set(writes.flatMap(({ was }) => was))
          const replaced = writes.filter(({ stamp }) => seen.has(stamp))
          for (const write of writes) {
            const isReplaced = seen.has(write.stamp) || replaced.some((word) => isSaidAgain(write, word))
            expect(isReplaced || standing.has(write.value)).toBe(true)
          }
        }
      }),
    )
  })

  it('settle a conflict by a write that has seen it', () => {
    fc.assert(
      fc.property(story, (told) => {
        const laptops = live(told)
        meet(laptops)
        const [judge] = laptops as [Laptop]
        for (const { entity, key, field, values } of dump(judge.replica).conflicts) {
          judge.write({ entity, key, fields: { [field]: values[0]?.value ?? null } })
        }
        meet(laptops)
        for (const { replica } of laptops) expect(dump(replica).conflicts).toEqual([])
      }),
    )
  })
})

describe('a laptop at any moment, whatever has not arrived yet', () => {
  it('shows what a plain reading of its operations says', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const { replica, operations } of live(told))
          expect(dump(replica)).toEqual(referenceDump(operations))
      }),
      { numRuns: 300 },
    )
  })

  it('is the sum of its operations in any order', () => {
    fc.assert(
      fc.property(story, fc.nat(), (told, seed) => {
        for (const { replica, operations } of live(told)) {
          const again = rebuilt(shuffled(operations, seed))
          expect([...dumpPieces(again)].join('')).toBe([...dumpPieces(replica)].join(''))
          expect(memories(again)).toEqual(memories(replica))
          expect(unfinished(again)).toEqual(unfinished(replica))
        }
      }),
    )
  })

  it('is the same when a part of its operations is taken in beside it and shown at once', () => {
    fc.assert(
      fc.property(story, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (told, seed, share) => {
        for (const { replica, operations } of live(told)) {
          const all = [...shuffled(operations, seed), ...operations.slice(0, 3)]
          const applied = Math.floor(all.length * share)
          const again = rebuilt(all.slice(0, applied))
          const before = dumpText(dump(again))
          const given = again.intake()
          const intake = again.intake()
          for (const operation of all.slice(applied)) {
            given.take(operation)
            intake.take(operation)
          }
          expect(dumpText(dump(again))).toBe(before)
          for (const _ of again.show(intake));
          expect(again.size).toBe(replica.size)
          expect([...dumpPieces(again)].join('')).toBe([...dumpPieces(replica)].join(''))
          expect(again.conflicts.all().map(nameOf)).toEqual(replica.conflicts.all().map(nameOf))
          expect(memories(again)).toEqual(memories(replica))
          expect(unfinished(again)).toEqual(unfinished(replica))
        }
      }),
    )
  })

  it('does not take an operation twice', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const laptop of live(told)) {
          const before = dumpText(dump(laptop.replica))
          expect(laptop.receive(laptop.operations.slice())).toBe(0)
          expect(dumpText(dump(laptop.replica))).toBe(before)
        }
      }),
    )
  })

  it('claims to have seen only what it had, and stamps what it writes in order', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const { id, operations } of live(told)) {
          const held = new Set<string>()
          let last = ''
          let seq = 0
          for (const operation of operations) {
            if (operation.laptop === id) {
              for (const seen of Object.values(operation.was ?? {}).flat()) expect(held.has(seen)).toBe(true)
              expect(operation.stamp > last).toBe(true)
              expect(operation.seq).toBe(++seq)
              last = operation.stamp
            }
            held.add(operation.stamp)
          }
        }
      }),
    )
  })

  it.each(Object.entries(fieldsWithHistory))(
    'tells the history of fields of an %s in the order in which things happened',
    (entity, fields) => {
      fc.assert(
        fc.property(story, (told) => {
          for (const { replica, operations } of live(told)) {
            for (const [key, row] of replica.table(entity)) {
              for (const field of fields) {
                const expected = operations
                  .filter(
                    (operation) =>
                      operation.entity === entity && operation.key === key && field in operation.fields,
                  )
                  .map((operation) => ({
                    at: effectiveAt(operation),
                    stamp: operation.stamp,
                    value: operation.fields[field],
                    by: operation.by,
                    knownAt: isImported(operation) ? stampWall(operation.stamp) : effectiveAt(operation),
                  }))
                  .sort((a, b) => a.at - b.at || (a.stamp < b.stamp ? -1 : 1))
                expect(momentsOf(row, field)).toEqual(
                  expected.map(({ at, value, by, stamp, knownAt }) => ({
                    at,
                    value,
                    by,
                    writtenAt: stampWall(stamp),
                    knownAt,
                  })),
                )
              }
            }
          }
        }),
      )
    },
  )

  it('remembers what a source said last', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const { replica, operations } of live(told)) {
          const imported = operations.filter(({ cause }) => cause?.startsWith('import:'))
          const fields = writesByField(operations).map(({ entity, key, field }) => ({ entity, key, field }))
          const said = new Map(
            writesByField(imported).map(({ entity, key, field, writes }) => [
              `${entity} ${key} ${field}`,
              writes.at(-1),
            ]),
          )
          for (const { entity, key, field } of fields) {
            const row = replica.table(entity).get(key)
            const last = row && sourcedIn(row, field)
            const expected = said.get(`${entity} ${key} ${field}`)
            expect(last && [last.stamp, last.value]).toEqual(expected && [expected.stamp, expected.value])
          }
        }
      }),
    )
  })
})

/** What a replica remembers beyond what it shows. */
function nameOf({ entity, row, field }: Disputed): string {
  return `${entity} ${row.key} ${field}`
}

function memories(replica: Replica) {
  return replica.entityNames().flatMap((entity) =>
    [...replica.table(entity).values()]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((row) => ({
        entity,
        key: row.key,
        touched: touchedBy(row),
        conflicts: conflictingFields(row),
        fields: Object.keys(row.values)
          .sort()
          .map((field) => ({ field, leaves: leavesOf(row, field), sourced: sourcedIn(row, field) })),
        histories: fieldsWithHistory[entity]?.map((field) => momentsOf(row, field)),
        begunAt: begunAt(row),
      })),
  )
}

/** Fields whose predecessors are still under way. */
function unfinished(replica: Replica) {
  return replica
    .entityNames()
    .flatMap((entity) =>
      [...replica.table(entity).values()]
        .flatMap(({ key, states }) =>
          Object.entries(states ?? {}).flatMap(([field, state]) =>
            typeof state === 'object' && state.awaited.length > 0
              ? [{ key, field, awaited: state.awaited }]
              : [],
          ),
        )
        .sort((a, b) => (`${a.key} ${a.field}` < `${b.key} ${b.field}` ? -1 : 1)),
    )
}
