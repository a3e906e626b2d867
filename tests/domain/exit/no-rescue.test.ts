import { readExitNow } from '@domain/exit/exit-reading'
import { noRescue } from '@domain/exit/no-rescue'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { day, goLive, hypercare } from '../reporting/hypercare'

describe('what still needs the project team', () => {
  const raised = (key: string, fields: object) => ({
    key,
    at: day,
    fields: { status: 'new', severity: 3, component: 'Billing', ...fields },
  })
  const resolved = (key: string, days: number, rescue: string | null) => ({
    key,
    at: days * day,
    fields: { status: 'resolved', ...(rescue && { rescue }) },
  })
  const replica = hypercare([
    raised('a', {}),
    raised('b', {}),
    raised('c', { component: 'Meters' }),
    raised('d', { team: 'project' }),
    raised('e', { component: '' }),
    resolved('a', 3, 'steady-state-alone'),
    resolved('b', 4, 'project-team'),
    resolved('c', 9, 'steady-state-with-help'),
    resolved('e', 10, null),
  ])
  const on = (days: number) => {
    const at = goLive + days * day
    return finish(noRescue(readExitNow(replica, goLive + 40 * day), at))
  }
  const needs = (days: number) =>
    on(days).needed.map(({ component, byProject, withHelp, open }) => [
      component,
      byProject.length,
      withHelp.length,
      open.length,
    ])

  it('counts each resolution once, in the week in which it was done', () => {
    expect(on(12).weeks.map(({ by }) => by)).toEqual([
      { 'steady-state-alone': 1, 'steady-state-with-help': 0, 'project-team': 1, untold: 0 },
      { 'steady-state-alone': 0, 'steady-state-with-help': 1, 'project-team': 0, untold: 1 },
    ])
    expect(on(12).untold.map(({ row }) => row.key)).toEqual(['e'])
  })

  it('is told by component, as it was on the day that is asked, and forgotten after two weeks', () => {
    expect(needs(2)).toEqual([['Billing', 0, 0, 1]])
    expect(needs(12)).toEqual([
      ['Billing', 1, 0, 1],
      ['Meters', 0, 1, 0],
    ])
    expect(needs(30)).toEqual([['Billing', 0, 0, 1]])
  })

  it('is nothing before the go-live', () => {
    expect(on(-1)).toEqual({ weeks: [], needed: [], untold: [] })
  })
})
