import { readExitNow } from '@domain/exit/exit-reading'
import { scorecard } from '@domain/exit/scorecard'
import { handoverCompleteness } from '@domain/handover/completeness'
import { handoverLines } from '@domain/handover/lines'
import { readHandoverIssues } from '@domain/handover/open-issues'
import { finish } from '@domain/triage/sliced-sort'
import { describe, expect, it } from 'vitest'
import { day, goLive, hour, hypercare } from '../reporting/hypercare'

describe('what other rooms say', () => {
  const replica = hypercare([
    { key: 'a', at: hour, fields: { status: 'new', severity: 3, component: 'Billing' } },
    { key: 'b', at: 2 * day, fields: { status: 'new', severity: 3, component: 'billing ' } },
    { key: 'a', at: 3 * day, fields: { status: 'resolved' } },
    {
      entity: 'handoverItem',
      key: 'ownership:billing',
      at: 4 * day,
      fields: { kind: 'ownership', title: 'Billing', takenBy: 'Sofia', answer: 'accepted' },
    },
    { key: 'c', at: 5 * day, fields: { status: 'new', severity: 3, component: 'Meters' } },
  ])

  it('of the handover is what its own room says, on every day and in whatever order days are asked', () => {
    const reading = readExitNow(replica, goLive + 8 * day)
    for (const days of [1, 2, 3, 4, 5, 6, 8, 4, 1, 5]) {
      const asOf = goLive + days * day
      const issues = finish(readHandoverIssues(replica.rows('issue').values(), asOf))
      const { done, of } = handoverCompleteness(
        handoverLines({
          items: replica.rows('handoverItem').values(),
          sessions: replica.rows('knowledgeSession').values(),
          issues,
        }),
      )
      const told = scorecard(reading, asOf).criteria.find(({ id }) => id === 'handover')
      expect(told?.value).toBe((100 * done) / of)
      expect(told?.actual).toContain(`(${done} of ${of})`)
    }
  })

  it('of the users is not measured before anything was imported', () => {
    const card = scorecard(readExitNow(replica, goLive + day), goLive + day)
    expect(card.criteria.find(({ id }) => id === 'active-users')?.state).toBe('unmeasured')
  })

  it('of the sponsor is the signature that stood at the moment: an extension takes an acceptance back', () => {
    const signed = (key: string, days: number, decision: string) => ({
      entity: 'signOff',
      key,
      at: days * day,
      fields: { decision, name: 'Katrin Vogel', signedAt: goLive + days * day },
    })
    const told = hypercare([signed('first', 10, 'accept'), signed('second', 12, 'extend')])
    const stateAt = (days: number) =>
      scorecard(readExitNow(told, goLive + 20 * day), goLive + days * day).criteria.find(
        ({ id }) => id === 'sign-off',
      )?.state
    expect([9, 10, 11, 12].map(stateAt)).toEqual(['unmeasured', 'met', 'met', 'not-met'])
  })
})
