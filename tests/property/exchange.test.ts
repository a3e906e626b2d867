import { openBundle } from '@domain/bundle/bundle'
import { readOperationLines, writeOperationLines } from '@domain/bundle/operation-lines'
import { Random } from '@domain/demo/random'
import { dump, dumpText } from '@domain/merge/dump'
import type { Intent } from '@domain/merge/intent'
import type { Operation } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import { type Extents, extentsOf } from '@domain/merge/seen'
import { KnownProof, Sift } from '@domain/merge/sift'
import { entities, fieldProblem } from '@domain/model/entities'
import type { Value } from '@domain/model/value'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { bundleOf, inStretches, makeSigningKey } from '../support/bundles'
import { type Laptop, makeLaptop } from '../support/laptop'
import { referenceDump, writesByField } from '../support/reference-merge'

/** At least two of these fit any field that is no choice of words; a new kind of field has to be added here. */
const usual: readonly Value[] = [
  null,
  true,
  false,
  1,
  2,
  1_795_428_000_000,
  'a',
  'b',
  '2026-11-23',
  '08:00-18:00',
  '09:00',
  '2026-11-23T09:00',
  'a'.repeat(64),
  'b'.repeat(64),
]

/** The words of a choice, as its schema lists them. */
function wordsOf(schema: z.ZodMiniType<Value>): Value[] {
  const { anyOf, enum: words } = z.toJSONSchema(schema, { unrepresentable: 'any' })
  return [words, ...(anyOf ?? []).map((one) => (typeof one === 'object' ? one.enum : []))].flatMap(
    (each) => (each ?? []) as Value[],
  )
}

interface FieldOf {
  readonly entity: string
  readonly field: string
  readonly values: readonly Value[]
}

const everyField: readonly FieldOf[] = Object.entries(entities).flatMap(([entity, { fields, sets }]) =>
  [
    ...Object.entries<z.ZodMiniType<Value>>(fields),
    ...Object.entries<z.ZodMiniType<Value>>(sets).map(([prefix, schema]) => [`${prefix}x`, schema] as const),
  ].map(([field, schema]) => ({
    entity,
    field,
    values: [...usual, ...wordsOf(schema)].filter(
      (value) => fieldProblem(entity, field, value) === undefined,
    ),
  })),
)

const intent: fc.Arbitrary<Intent> = fc
  .record({
    of: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...everyField) },
      {
        weight: 1,
        arbitrary: fc.constant<FieldOf>({ entity: 'moonPhase', field: 'tomorrow', values: [1, 'a', null] }),
      },
    ),
    key: fc.constantFrom('1', '2'),
    pick: fc.nat(),
  })
  .map(({ of: { entity, field, values }, key, pick }) => ({
    entity,
    key,
    fields: { [field]: values[pick % values.length] as Value },
  }))

/** What may happen to six laptops. Numbers are taken modulo what there is. */
type Event =
  | { readonly kind: 'edit'; readonly laptop: number; readonly intents: readonly Intent[] }
  | {
      readonly kind: 'bundle'
      readonly from: number
      readonly to: number
      /** Left at the client's site: it never arrives, or only at the end. */
      readonly fate: 'now' | 'twice' | 'late' | 'lost'
      readonly incremental: boolean
      readonly cut: number
    }
  | { readonly kind: 'clock'; readonly laptop: number; readonly by: number }

const year = 365 * 86_400_000
const laptop = fc.nat(5)
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      laptop,
      intents: fc.array(intent, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('bundle' as const),
      from: laptop,
      to: laptop,
      fate: fc.constantFrom(
        'now' as const,
        'now' as const,
        'twice' as const,
        'late' as const,
        'lost' as const,
      ),
      incremental: fc.boolean(),
      cut: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      laptop,
      by: fc.constantFrom(-year, -60_000, -1, 60_000, year),
    }),
  },
)

/** Six laptops, what each knows of the others, and the bundles that are still under way. */
class Team {
  readonly laptops = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => makeLaptop(name))
  private readonly told = new Map<string, Extents>()
  private readonly late: { readonly log: Uint8Array; readonly from: Laptop; readonly to: Laptop }[] = []

  live(events: readonly Event[]): void {
    for (const happened of events) {
      if (happened.kind === 'clock') this.at(happened.laptop).now += happened.by
      else if (happened.kind === 'edit') this.at(happened.laptop).write(happened.intents)
      else this.exchange(happened)
    }
  }

  /** Late bundles arrive in any order, then everybody gives everybody what that one lacks. */
  meet(seed: number): readonly Operation[] {
    const random = new Random(seed)
    while (this.late.length > 0) {
      const [bundle] = this.late.splice(random.between(0, this.late.length - 1), 1)
      if (bundle) this.take(bundle.to, bundle.from, bundle.log)
    }
    for (let round = 0; round < 2; round++)
      for (const from of this.laptops) for (const to of this.laptops) this.take(to, from, logOf(from, {}, 3))
    return this.at(0).operations
  }

  private exchange({ from, to, fate, incremental, cut }: Extract<Event, { kind: 'bundle' }>): void {
    const [sender, receiver] = [this.at(from), this.at(to)]
    const has = incremental ? (this.told.get(`${receiver.id} to ${sender.id}`) ?? {}) : {}
    const log = logOf(sender, has, cut)
    if (fate === 'late') this.late.push({ log, from: sender, to: receiver })
    if (fate === 'now' || fate === 'twice') this.take(receiver, sender, log)
    if (fate === 'twice') this.take(receiver, sender, log)
  }

  private take(receiver: Laptop, sender: Laptop, log: Uint8Array): void {
    const operations = [...readOperationLines(log)].map((line) => {
      if ('problem' in line) throw new Error(line.problem)
      return line.operation
    })
    const sift = new Sift(receiver.replica.seen)
    for (const operation of operations) sift.add(operation)
    const proof = new KnownProof(sift.known)
    for (const operation of receiver.operations) proof.look(operation)
    expect([...sift.forked(), ...proof.forked()]).toEqual([])
    expect(receiver.receive(sift.fresh)).toBe(sift.fresh.length)
    // What a manifest tells: from now on the receiver knows what the sender holds at least.
    this.told.set(`${sender.id} to ${receiver.id}`, extentsOf(sender.replica.seen))
  }

  private at(index: number): Laptop {
    return this.laptops[index % this.laptops.length] as Laptop
  }
}

/** `operations.jsonl` of what the other one is not known to have, in stretches of any length. */
function logOf({ operations }: Laptop, has: Extents, cut: number): Uint8Array {
  const lacking = operations.filter(({ laptop, seq }) => seq > (has[laptop] ?? 0))
  const pieces: string[] = []
  for (let from = 0; from < lacking.length; from += cut)
    pieces.push(writeOperationLines(lacking.slice(from, from + cut)))
  return new TextEncoder().encode(pieces.join(''))
}

const dumpOf = ({ replica }: Pick<Laptop, 'replica'>) => dumpText(dump(replica))

describe('six laptops that exchange bundles', () => {
  it('have something to write into every kind of field', () => {
    expect(everyField.filter(({ values }) => values.length < 2)).toEqual([])
  })

  it('show the same in the end, whatever was late, lost, repeated, cut up, or stamped by a wrong clock', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), fc.nat(), (events, seed) => {
        const team = new Team()
        team.live(events)
        const written = team.laptops.flatMap(({ id, operations }) =>
          operations.filter((operation) => operation.laptop === id),
        )
        const all = team.meet(seed)
        expect(all).toHaveLength(written.length)
        const expected = dumpText(referenceDump(written))
        for (const each of team.laptops) {
          expect(dumpOf(each)).toBe(expected)
          const rebuilt = new Replica()
          for (const operation of each.operations) rebuilt.apply(operation)
          expect(dumpOf({ replica: rebuilt })).toBe(expected)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('lose no value: what is not shown was seen by whoever wrote over it, or stands beside it', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.nat(), (events, seed) => {
        const team = new Team()
        team.live(events)
        const all = team.meet(seed)
        const { conflicts } = dump((team.laptops[0] as Laptop).replica)
        for (const { entity, key, field, writes } of writesByField(all)) {
          const seen = new Set(writes.flatMap(({ was }) => was))
          const leaves = writes.filter(({ stamp }) => !seen.has(stamp))
          const values = new Set(leaves.map(({ value }) => JSON.stringify(value)))
          const listed = conflicts.some(
            (conflict) => conflict.entity === entity && conflict.key === key && conflict.field === field,
          )
          // A removal also disagrees with what others type into the row.
          if (values.size > 1 || field !== 'removed') expect(listed).toBe(values.size > 1)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('bring the same by whole, signed files', async () => {
    const key = await makeSigningKey()
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 20 }), async (events) => {
        const team = new Team()
        team.live(events)
        const [first] = team.laptops as [Laptop]
        const file = await bundleOf(first, first.operations, key, {
          operations: inStretches(first.operations, 4),
        })
        const newcomer = makeLaptop('z')
        for (const line of (await openBundle(file)).lines())
          if ('operation' in line) newcomer.receive([line.operation])
        expect(dumpOf(newcomer)).toBe(dumpOf(first))
      }),
      { numRuns: 25 },
    )
  })
})

describe('a bundle that tells another history', () => {
  const ada = makeLaptop('ada')
  const known = ada.write([
    { entity: 'issue', key: '1', fields: { title: 'a' } },
    { entity: 'issue', key: '1', fields: { title: 'b' } },
  ])
  const impostor = makeLaptop('ada', ada.now + 60_000)
  const [first, second] = impostor.write([
    { entity: 'issue', key: '9', fields: { title: 'x' } },
    { entity: 'issue', key: '9', fields: { title: 'y' } },
  ]) as [Operation, Operation]

  it('is noticed by a number that stands for another operation here', () => {
    const sift = new Sift(ada.replica.seen)
    sift.add(first)
    const proof = new KnownProof(sift.known)
    expect(proof.isNeeded).toBe(true)
    for (const operation of known) proof.look(operation)
    expect(proof.forked()).toEqual([ada.id])
  })

  it('is noticed by a stamp that does not follow those before it', () => {
    const bob = makeLaptop('bob')
    bob.receive([second])
    const sift = new Sift(bob.replica.seen)
    sift.add({ ...(known[1] as Operation), seq: 3 })
    expect(sift.forked()).toEqual([ada.id])
  })

  it('is noticed where the bundle itself tells a number twice', () => {
    const sift = new Sift(new Map())
    for (const operation of [first, first]) sift.add(operation)
    expect([sift.fresh, sift.forked()]).toEqual([[first], []])
    sift.add(known[0] as Operation)
    expect(sift.forked()).toEqual([ada.id])
  })
})
