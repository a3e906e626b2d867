import { figures } from '@domain/reporting/figures'
import { weeklyPack } from '@domain/reporting/make-weekly-pack'
import { readPack } from '@domain/reporting/read-pack'
import { namesAlone } from '@domain/reporting/withholding'
import { describe, expect, it } from 'vitest'
import { day, goLive, hour, hypercare } from './hypercare'

describe('the exit in reports', () => {
  const replica = hypercare([
    { entity: 'person', key: 'ines', at: 0, fields: { name: 'Ines Weber' } },
    {
      key: 'a',
      at: 5 * day,
      fields: { shortKey: 'HC-1', title: 'Ines is locked out', status: 'new', severity: 1 },
    },
    {
      entity: 'exitCriterion',
      key: 'own',
      at: day,
      fields: { title: 'Ines Weber has read the runbook', met: true, evidence: 'She told Ines Weber.' },
    },
    {
      entity: 'exitCriterion',
      key: 'exit:clocks-kept',
      at: day,
      fields: { builtIn: 'clocks-kept', applies: false },
    },
    { key: 'a', at: 6 * day, fields: { status: 'resolved', rescue: 'steady-state-alone' } },
  ])
  const asOf = goLive + 7 * day

  it('is counted with its rows, as the week before, and explained criterion by criterion', () => {
    const all = new Map(figures(replica, { asOf }).map((figure) => [figure.id, figure]))
    expect(all.get('exit-criteria-met')).toMatchObject({ value: 4, display: '4 of 8', unit: 'criteria' })
    expect(all.get('exit-criteria-met')?.rows).toContainEqual({ entity: 'exitCriterion', key: 'own' })
    expect(all.get('exit-criteria-met')?.trend?.before).toBe(0)
    expect(all.get('exit-no-new-severe')).toMatchObject({
      value: 2,
      display: 'Not met: 2 days without one; agreed: for 3 days',
      rows: [{ entity: 'issue', key: 'a' }],
    })
    expect(all.get('exit-clocks-kept')).toMatchObject({ value: null, display: 'left out' })
    expect(all.get('exit-active-users')?.value).toBeNull()
  })

  it('is a section of the weekly report: what took a criterion back, and when it can be met', () => {
    const pack = readPack(JSON.stringify(weeklyPack(replica, { asOf })))
    if (pack.kind !== 'weekly') throw new Error('not the weekly one')
    expect(pack.exit.summary).toBe('4 of 8 exit criteria are met.')
    expect(pack.exit.leftOut).toBe('Clocks kept')
    expect(pack.exit.lines[0]).toEqual({
      id: 'no-new-severe',
      title: 'No new severity 1 or 2',
      state: 'not-met',
      stateWord: 'Not met',
      wanted: 'for 3 days',
      actual: '2 days without one',
      reset: 'HC-1: Raised as severity 1, Sat 7 Nov 2026, 06:00',
      earliest: 'Tue 10 Nov 2026, 06:00',
    })
  })

  it('names nobody where names are withheld', () => {
    const pack = weeklyPack(replica, { asOf: asOf + hour, withhold: namesAlone })
    expect(JSON.stringify(pack.exit)).not.toMatch(/Ines|Weber/)
    expect(pack.exit.lines.at(-1)?.title).toBe('[name] has read the runbook')
  })
})
