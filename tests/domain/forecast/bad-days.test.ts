import { type EngagementForecast, forecastOf, type ReadForecast } from '@domain/forecast/read-forecast'
import { importCause } from '@domain/merge/operation'
import type { Fields } from '@domain/model/value'
import { weekdayOf } from '@domain/time/day'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { makeLaptop } from '../../support/laptop'
import { day, engagement, goLive, hour, hypercare, type Told } from '../reporting/hypercare'

/** Issues by the day, three on each, that take a day and a half. */
function issues(
  days: number,
): { readonly key: string; readonly raisedAt: number; readonly resolvedAt: number }[] {
  return Array.from({ length: 3 * days }, (_, place) => {
    const raisedAt = goLive + Math.floor(place / 3) * day + (place % 3) * 2 * hour
    return { key: `JIRA-${place + 1}`, raisedAt, resolvedAt: raisedAt + 36 * hour }
  })
}

/** The same as they were followed here, as they went. */
function followed(days: number, until: number): Told[] {
  return issues(days).flatMap(({ key, raisedAt, resolvedAt }): Told[] => [
    { key, at: raisedAt - goLive, fields: { title: key, status: 'new', severity: 3 } },
    ...(resolvedAt <= goLive + until
      ? [{ key, at: resolvedAt - goLive, fields: { status: 'resolved' } as Fields }]
      : []),
  ])
}

const told = (replica: Parameters<typeof forecastOf>[0], asOf: number): EngagementForecast =>
  finish(forecastOf(replica, { asOf, runs: 300 }))

function rangeOf(forecast: EngagementForecast): ReadForecast {
  if (forecast.kind !== 'range') throw new Error(`a forecast of the kind ${forecast.kind}`)
  return forecast
}

describe('a forecast on a bad day', () => {
  it('of a go-live that is still to come, or not set, is none, however much was imported', () => {
    const replica = hypercare(followed(14, 20 * day), { ...engagement, goLiveAt: goLive + 60 * day })
    expect(told(replica, goLive + 20 * day)).toEqual({ kind: 'not-live', goLiveAt: goLive + 60 * day })
    const { goLiveAt: _, ...unset } = engagement
    expect(told(hypercare(followed(14, 20 * day), unset), goLive + 20 * day)).toEqual({
      kind: 'not-live',
      goLiveAt: null,
    })
  })

  it('of imported history alone is told by the times of the source, as if it had been followed here', () => {
    const asOf = goLive + 20 * day
    const laptop = makeLaptop('lead', asOf)
    laptop.write({ entity: 'engagement', key: 'engagement', fields: engagement, at: goLive - day })
    laptop.write(
      issues(20).map(({ key, raisedAt, resolvedAt }) => ({
        entity: 'issue',
        key,
        at: Math.min(resolvedAt, asOf),
        fields: {
          title: key,
          raisedAt,
          severity: 3,
          ...(resolvedAt <= asOf ? { status: 'resolved', resolvedAt } : { status: 'new' }),
        } as Fields,
      })),
      importCause('first'),
    )
    const imported = rangeOf(told(laptop.replica, asOf))
    const here = rangeOf(told(hypercare(followed(20, 20 * day)), asOf))
    expect(imported.basis).toMatchObject({ days: 20, raised: 60, ended: here.basis.ended })
    expect([imported.early, imported.middle, imported.late, imported.exits]).toEqual([
      here.early,
      here.middle,
      here.late,
      here.exits,
    ])
  })

  it('of history imported from before the go-live says that there is too little', () => {
    const early = followed(14, 14 * day).map((change) => ({ ...change, at: change.at - 60 * day }))
    expect(told(hypercare(early), goLive + 10 * day)).toMatchObject({ kind: 'too-little', raised: 0 })
  })

  it('where only weekends are worked takes those for the days of work, and still tells a range', () => {
    const weekend = { ...engagement, 'hours.sat': '09:00-17:00', 'hours.sun': '09:00-17:00' }
    const atWeekends = followed(28, 28 * day).filter(
      ({ at, fields }) =>
        fields.status !== 'resolved' ||
        ['sat', 'sun'].includes(weekdayOf(new Date(goLive + at).toISOString().slice(0, 10))),
    )
    const forecast = rangeOf(told(hypercare(atWeekends, weekend), goLive + 28 * day))
    expect(forecast.exits.reduce((sum, count) => sum + count, forecast.never)).toBe(forecast.runs)
    expect(forecast.basis.days).toBe(28)
  })

  it.each(['America/Los_Angeles', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
    'after the zone has moved to %s counts each issue on one day, and begins with the day that it is there',
    (zone) => {
      const moved: Told = { entity: 'engagement', key: 'engagement', at: 10 * day, fields: { zone } }
      const asOf = goLive + 20 * day
      const forecast = rangeOf(told(hypercare([...followed(20, 20 * day), moved]), asOf))
      expect(forecast.basis.raised).toBe(60)
      const here = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(asOf)
      expect(forecast.today).toBe(here)
      expect(forecast.exits.reduce((sum, count) => sum + count, forecast.never)).toBe(forecast.runs)
    },
  )
})
