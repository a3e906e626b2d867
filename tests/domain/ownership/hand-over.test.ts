import {
  canTake,
  type HandOver,
  handOver,
  handOverMoves,
  knowersOf,
  openIssuesOf,
} from '@domain/ownership/hand-over'
import { loads } from '@domain/ownership/load'
import { presenceOf } from '@domain/ownership/presence'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeLaptop } from '../../support/laptop'

const names = ['ana', 'ben', 'cem', 'dia', 'eva']
const components = ['Billing', 'Meters', 'Portal', '']

interface Told {
  readonly owner: string
  readonly severity: 1 | 2 | 3 | null
  readonly component: string
  readonly status: 'new' | 'in-progress' | 'on-hold' | 'closed'
}

const issue: fc.Arbitrary<Told> = fc.record({
  owner: fc.constantFrom(...names),
  severity: fc.constantFrom(1, 2, 3, null),
  component: fc.constantFrom(...components),
  status: fc.constantFrom('new', 'in-progress', 'on-hold', 'closed'),
})

function engagement(told: readonly Told[], gone: readonly string[] = []) {
  const laptop = makeLaptop('desk')
  for (const name of names)
    laptop.write({
      entity: 'person',
      key: name,
      fields: { name, ...(gone.includes(name) && { leftOn: '2026-02-01' }) },
    })
  laptop.write(told.map((fields, place) => ({ entity: 'issue', key: `i${place}`, fields: { ...fields } })))
  const issues = laptop.replica.rows('issue')
  const people = laptop.replica.rows('person')
  const load = (person: string) => openIssuesOf(person, issues.values()).length
  const ana = people.get('ana')
  if (!ana) throw new Error('ana is missing')
  return { laptop, issues, people, load, ana }
}

const ways = (takers: readonly string[], knowers: ReadonlyMap<string, string>): HandOver[] => [
  { kind: 'one', to: takers[0] as string },
  { kind: 'evenly', among: takers },
  { kind: 'by-component', to: knowers, otherwise: takers[0] as string },
]

describe('handing over everything of somebody who leaves', () => {
  test('leaves no open issue behind, and gives none to somebody who has left', () => {
    fc.assert(
      fc.property(fc.array(issue, { maxLength: 40 }), fc.subarray(['cem', 'dia', 'eva']), (told, gone) => {
        for (const place of [0, 1, 2]) {
          const { laptop, issues, people, load, ana } = engagement(told, gone)
          const takers = names.filter((name) => name !== 'ana' && canTake(people.get(name)))
          const mine = openIssuesOf('ana', issues.values())
          const others = [...issues.values()]
            .filter((row) => !mine.includes(row))
            .map(({ key, values }) => [key, values.owner])
          const knowers = knowersOf(new Set(components), issues.values(), people, 'ana')
          const how = ways(takers, knowers)[place] as HandOver
          const moves = handOverMoves(mine, how, load)
          expect(moves.map((move) => move.issue.key)).toEqual(mine.map(({ key }) => key))
          const plan = handOver({ person: ana, leftOn: '2026-03-02' }, moves, people)
          if (!plan.ok) throw new Error(plan.reason)
          laptop.write([...plan.intents])
          expect(openIssuesOf('ana', issues.values())).toEqual([])
          for (const { key } of mine) expect(takers).toContain(issues.get(key)?.values.owner)
          for (const [key, owner] of others) expect(issues.get(key as string)?.values.owner).toBe(owner)
          expect(people.get('ana')?.values.leftOn).toBe('2026-03-02')
        }
      }),
      { numRuns: 100 },
    )
  })

  test('evenly means that nobody who takes one ends with more than one above the least loaded', () => {
    fc.assert(
      fc.property(fc.array(issue, { maxLength: 60 }), (told) => {
        const { issues, load } = engagement(told)
        const among = names.slice(1)
        const moves = handOverMoves(openIssuesOf('ana', issues.values()), { kind: 'evenly', among }, load)
        const after = (person: string) => load(person) + moves.filter(({ to }) => to === person).length
        const least = Math.min(...among.map(after))
        for (const { to } of moves) expect(after(to)).toBeLessThanOrEqual(least + 1)
      }),
    )
  })

  test('the most severe are spread first', () => {
    const { issues } = engagement([
      { owner: 'ana', severity: 3, component: '', status: 'new' },
      { owner: 'ana', severity: 1, component: '', status: 'new' },
      { owner: 'ana', severity: null, component: '', status: 'new' },
    ])
    expect(openIssuesOf('ana', issues.values()).map(({ key }) => key)).toEqual(['i1', 'i0', 'i2'])
  })

  test('a component goes to whoever has most of it, and what nobody knows to the one named', () => {
    const open = { severity: 2, status: 'in-progress' } as const
    const { issues, people, load } = engagement([
      { owner: 'ana', component: 'Billing', ...open },
      { owner: 'ana', component: 'Portal', ...open },
      { owner: 'ben', component: 'Billing', ...open },
      { owner: 'cem', component: 'Billing', ...open },
      { owner: 'cem', component: 'Billing', ...open },
    ])
    const to = knowersOf(new Set(['Billing', 'Portal']), issues.values(), people, 'ana')
    expect([...to]).toEqual([['Billing', 'cem']])
    const mine = openIssuesOf('ana', issues.values())
    const moves = handOverMoves(mine, { kind: 'by-component', to, otherwise: 'dia' }, load)
    expect(moves.map((move) => [move.issue.values.component, move.to])).toEqual([
      ['Billing', 'cem'],
      ['Portal', 'dia'],
    ])
  })

  test('is refused where somebody who has left, or the leaver, would get one', () => {
    const told: Told = { owner: 'ana', severity: 1, component: '', status: 'new' }
    const { issues, people, load, ana } = engagement([told], ['eva'])
    const mine = openIssuesOf('ana', issues.values())
    for (const to of ['eva', 'ana', 'nobody'])
      expect(
        handOver(
          { person: ana, leftOn: '2026-03-02' },
          handOverMoves(mine, { kind: 'one', to }, load),
          people,
        ).ok,
      ).toBe(false)
  })

  test('sixty issues of one who leaves are one change', () => {
    const told = Array.from({ length: 60 }, (): Told => {
      return { owner: 'ana', severity: 2, component: 'Billing', status: 'in-progress' }
    })
    const { issues, people, load, ana } = engagement(told)
    const moves = handOverMoves(
      openIssuesOf('ana', issues.values()),
      { kind: 'evenly', among: ['ben', 'cem'] },
      load,
    )
    const plan = handOver({ person: ana, leftOn: '2026-03-02' }, moves, people)
    expect(plan).toMatchObject({ ok: true, label: 'ana has left: 60 issues given to others' })
    expect(plan.ok && plan.intents).toHaveLength(61)
  })
})

test('only who is here is given something: no leaver, nobody on leave, no sponsor', () => {
  const laptop = makeLaptop('desk')
  laptop.write([
    { entity: 'person', key: 'ana', fields: { name: 'Ana', role: 'lead' } },
    { entity: 'person', key: 'ben', fields: { name: 'Ben', role: 'sponsor' } },
    { entity: 'person', key: 'cem', fields: { name: 'Cem', leftOn: '2026-03-01' } },
    { entity: 'person', key: 'dia', fields: { name: 'Dia', removed: true } },
  ])
  const people = laptop.replica.rows('person')
  const presences = (isAway: boolean) =>
    ['ana', 'ben', 'cem', 'dia', 'nobody'].map((key) => presenceOf(people.get(key), isAway))
  expect(presences(false)).toEqual(['here', 'sponsor', 'left', 'left', 'left'])
  expect(presences(true)).toEqual(['on-leave', 'on-leave', 'left', 'left', 'left'])
})

test('the load is what is open, the fullest desk first, and what nobody has is told too', () => {
  const laptop = makeLaptop('desk')
  const rows = [
    { owner: 'ana', severity: 1, status: 'new' },
    { owner: 'ana', severity: 3, status: 'on-hold' },
    { owner: 'ana', severity: 3, status: 'resolved' },
    { owner: 'ben', status: 'new' },
    { status: 'new', severity: 2 },
    { owner: 'ben', status: 'new', removed: true },
  ]
  laptop.write(rows.map((fields, place) => ({ entity: 'issue', key: `i${place}`, fields })))
  expect(loads(laptop.replica.rows('issue').values())).toEqual([
    { person: 'ana', open: 2, bySeverity: { 1: 1, 2: 0, 3: 1, unrated: 0 } },
    { person: null, open: 1, bySeverity: { 1: 0, 2: 1, 3: 0, unrated: 0 } },
    { person: 'ben', open: 1, bySeverity: { 1: 0, 2: 0, 3: 0, unrated: 1 } },
  ])
})
