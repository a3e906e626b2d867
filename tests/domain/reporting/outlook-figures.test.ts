import type { Replica } from '@domain/merge/replica'
import type { Fields } from '@domain/model/value'
import { figures } from '@domain/reporting/figures'
import { exitPack } from '@domain/reporting/make-exit-pack'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { readPack } from '@domain/reporting/read-pack'
import { namesAlone } from '@domain/reporting/withholding'
import { describe, expect, it } from 'vitest'
import { hash } from './hash'
import { day, engagement, goLive, hour, hypercare, type Told } from './hypercare'

/** New issues by day, one of each of the first six days severe; each ends after a day and a half. */
const issues: readonly Told[] = [10, 8, 7, 6, 5, 4, 3, 3, 2, 2, 2, 2].flatMap((count, place) =>
  Array.from({ length: count }, (_, turn): Told[] => {
    const at = (place + turn / count) * day + hour
    const key = `i${place}-${turn}`
    const severity = place < 6 && turn === 0 ? 2 : 3
    return [
      { at, key, fields: { title: key, status: 'new', severity } },
      { at: at + 1.5 * day, key, fields: { status: 'resolved' } },
    ]
  }).flat(),
)

const phase = (key: string, fields: Fields): Told => ({ at: 0, entity: 'cadencePhase', key, fields })
const spent = (key: string, on: string, hours: number): Told => ({
  at: 20 * day,
  entity: 'effort',
  key,
  fields: { day: on, person: 'ines', hours, source: 'typed' },
})
const plan: readonly Told[] = [
  phase('p1', { name: 'All hands, with Ines', fromDay: 1, toDay: 10, effortDays: 20, rota: 'Everybody' }),
  phase('p2', { name: 'Taper', fromDay: 11, toDay: 15, effortDays: 5 }),
  spent('e1', '2026-11-03', 12),
  spent('e2', '2026-11-13', 4),
  spent('e3', '2026-10-30', 8),
  { at: 0, entity: 'person', key: 'ines', fields: { name: 'Ines Weber' } },
]
/** Friday 13 November, the twelfth day of hypercare. */
const asOf = goLive + 11.5 * day
const soon: Fields = { ...engagement, plannedEndOn: '2026-11-15' }

const named = (replica: Replica) =>
  new Map(figures(replica, { asOf, kind: 'weekly' }).map((figure) => [figure.id, figure]))

const replica = hypercare([...issues, ...plan], soon)
const all = named(replica)

describe('the forecast as figures', () => {
  it('tells the exit as a day of hypercare, with what it was made from and the issues that every run begins with', () => {
    const exit = all.get('exit-forecast')
    expect(exit?.display).toMatch(/^\w{3} \d+ (Nov|Dec) 2026 \(day \d+\)$/)
    expect(exit?.display).toContain(`(day ${exit?.value})`)
    expect(exit?.inputs).toContainEqual({ name: 'Planned end', value: 'Sun 15 Nov 2026' })
    expect(exit?.inputs).toContainEqual({ name: 'Looked back on', value: '11 whole days' })
    expect(exit?.rows).toEqual(all.get('open')?.rows)
    expect(exit?.rows.length).toBeGreaterThan(0)
    expect(exit?.formula).toContain('50th')
  })

  it('puts the exits in order, and agrees with itself about the planned end', () => {
    const [early, middle, late] = ['exit-forecast-early', 'exit-forecast', 'exit-forecast-late'].map(
      (id) => all.get(id)?.value ?? Number.NaN,
    ) as [number, number, number]
    expect(early).toBeLessThanOrEqual(middle)
    expect(middle).toBeLessThanOrEqual(late)
    // The planned end is the fourteenth day of hypercare.
    expect(all.get('days-over-plan')?.value).toBe(Math.max(0, middle - 14))
    expect(all.get('days-over-cost')?.value).toBe(Math.max(0, middle - 14))
    expect(all.get('days-over-cost')?.inputs).toContainEqual({
      name: 'A day beyond the plan',
      value: '1 person day',
    })
    const chance = all.get('planned-end-chance')
    expect(chance?.value).toBeGreaterThanOrEqual(0)
    expect(chance?.trend).toMatchObject({ before: null, display: 'nothing to compare with' })
  })

  it('is the same in every report of the same moment, however often it is made', async () => {
    const weekly = weeklyPack(replica, { asOf })
    const { pack: exit } = await exitPack(hypercare([...issues, ...plan], soon), { asOf, hash })
    expect(exit.forecast).toEqual(weekly.forecast)
    expect(weekly.forecast.figures.map(({ display }) => display)).toEqual(
      [
        'exit-forecast-early',
        'exit-forecast',
        'exit-forecast-late',
        'planned-end-chance',
        'days-over-plan',
        'days-over-cost',
      ].map((id) => all.get(id)?.display),
    )
    expect(weekly.forecast.summary).toContain('The planned end is Sun 15 Nov 2026')
    expect(weekly.definitions.map(({ label }) => label)).toContain('Chance of the planned end')
  })

  it('says why there is none, and measures nothing then', () => {
    const few = hypercare(issues.slice(0, 12), soon)
    expect(named(few).get('exit-forecast')).toMatchObject({
      value: null,
      display: 'too little history',
      rows: [],
    })
    expect(weeklyPack(few, { asOf }).forecast).toMatchObject({ figures: [], basis: '' })
    expect(weeklyPack(few, { asOf }).forecast.summary).toMatch(/^A forecast needs 7 whole days/)
    const unset = hypercare(issues, { ...soon, goLiveAt: null })
    expect(named(unset).get('days-over-plan')).toMatchObject({ value: null, display: 'not live yet' })
    const noEnd = hypercare(issues, { ...soon, plannedEndOn: null })
    expect(named(noEnd).get('days-over-plan')).toMatchObject({
      value: null,
      display: 'no planned end is set',
    })
  })
})

describe('plan and effort as figures', () => {
  it('count what was spent against what was planned, with the rows behind each', () => {
    expect(all.get('effort-planned')).toMatchObject({ value: 25, display: '25 person days' })
    // All of the first phase, and two of five days of the second.
    expect(all.get('effort-due')?.value).toBe(22)
    expect(all.get('effort-spent')).toMatchObject({ value: 3, unit: 'person days' })
    expect(all.get('effort-spent')?.rows.map(({ key }) => key)).toEqual(['e1', 'e2', 'e3'])
    expect(all.get('effort-over')).toMatchObject({ value: -19, display: '−19 person days' })
    expect(all.get('effort-phase-1')).toMatchObject({
      label: 'Effort spent: All hands, with Ines',
      value: 1.5,
      display: '1.5 of 20 person days',
      rows: [{ entity: 'effort', key: 'e1' }],
    })
  })

  it('say how far ahead there is a plan, and warn where it ends within a week', () => {
    expect(all.get('planned-days-ahead')).toMatchObject({
      value: 3,
      display: '3 days',
      rows: [{ entity: 'cadencePhase', key: 'p2' }],
      inputs: expect.arrayContaining([
        { name: 'Planned until', value: 'Mon 16 Nov 2026' },
        { name: 'Warning', value: 'Hypercare is planned until Mon 16 Nov 2026 and no further.' },
      ]),
    })
    expect(weeklyPack(replica, { asOf }).plan.warning).toContain('no further')
    const without = hypercare([], soon)
    expect(named(without).get('planned-days-ahead')).toMatchObject({ value: null, display: 'no plan' })
    expect(named(without).get('effort-over')).toMatchObject({ value: null, display: 'no effort is planned' })
    expect(weeklyPack(without, { asOf }).plan).toMatchObject({ summary: '', phases: { count: 0 } })
  })

  it('are a section of the weekly report, which names nobody where names are withheld', () => {
    const pack = readPack(JSON.stringify(weeklyPack(replica, { asOf })))
    if (pack.kind !== 'weekly') throw new Error('not the weekly one')
    expect(pack.plan.phases.lines[0]).toEqual({
      rank: 1,
      name: 'All hands, with Ines',
      days: '2 Nov – 11 Nov',
      rota: 'Everybody',
      targets: '',
      planned: '20',
      due: '20',
      spent: '1.5',
    })
    expect(pack.plan.outside).toBe('1 person day')
    const withheld = figures(replica, { asOf, kind: 'weekly', withhold: namesAlone })
    const { plan } = weeklyPack(replica, { asOf, withhold: namesAlone })
    expect(JSON.stringify([plan, withheld])).not.toMatch(/Ines|Weber/)
  })
})
