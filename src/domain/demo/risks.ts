import type { RiskGrade, RiskStatus } from '../model/risk'
import { cast, changeManager, lead, supportLead } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, hour } from './timing'

interface StoryRisk {
  readonly title: string
  readonly detail: string
  readonly likelihood: RiskGrade
  readonly impact: RiskGrade
  readonly owner: string
  readonly mitigation: string
  /** Days after go-live, the day of the go-live being 0. */
  readonly raised: number
  readonly review?: number
  readonly ended?: { readonly on: number; readonly status: RiskStatus }
}

const story: readonly StoryRisk[] = [
  {
    title: 'Month-end close has never been run on the new system with real volumes',
    detail: 'The rehearsal had a tenth of the contracts.',
    likelihood: 'medium',
    impact: 'high',
    owner: 'Sofia Marin',
    mitigation:
      'Walk through the close with Billing Operations, two people on call through the night of the close.',
    raised: 2,
    review: 23,
    ended: { on: 32, status: 'closed' },
  },
  {
    title: 'Only one person knows the archive link',
    detail: 'Tomasz built it, nobody else has changed it.',
    likelihood: 'high',
    impact: 'medium',
    owner: 'Tomasz Nowak',
    mitigation: 'Felix sits beside him for the next two changes; the runbook is written along with them.',
    raised: 4,
    review: 19,
    ended: { on: 27, status: 'closed' },
  },
  {
    title: 'Customers who have paid are reminded',
    detail: 'Payments of the migration weekend are booked late.',
    likelihood: 'high',
    impact: 'high',
    owner: lead.name,
    mitigation: 'Reminders are paused for two weeks.',
    raised: 0,
    ended: { on: 16, status: 'closed' },
  },
  {
    title: 'The service desk falls back on the project team for moves',
    detail: 'Moves are the largest training gap.',
    likelihood: 'medium',
    impact: 'medium',
    owner: changeManager.name,
    mitigation: 'Second refresher for both customer centres, floor walkers stay until it is over.',
    raised: 10,
    review: 24,
    ended: { on: 36, status: 'closed' },
  },
  {
    title: 'Nightly batch outgrows its window when the district Rosental follows',
    detail: 'The window closes at five, the run ends at four already.',
    likelihood: 'low',
    impact: 'high',
    owner: supportLead.name,
    mitigation: 'Watched every night; two jobs can be moved to the weekend.',
    raised: 12,
    ended: { on: 15, status: 'accepted' },
  },
  {
    title: 'Interface to the bank stops over a weekend without anybody noticing',
    detail: 'Monitoring looks at it on workdays only.',
    likelihood: 'medium',
    impact: 'high',
    owner: 'Priya Raman',
    mitigation: 'Monitoring was extended to weekends after it had happened.',
    raised: 1,
    ended: { on: 7, status: 'happened' },
  },
]

/**
 * What might go wrong: most is still open, one is to be looked at again, some is over.
 * @param issues those of severity 1, which the gravest have to do with
 */
export function* risks(calendar: Calendar, issues: readonly string[]): Generator<DemoIntent> {
  for (const [index, { raised, review, ended, owner, ...told }] of story.entries()) {
    const key = `risk:${index + 1}`
    const at = Math.min(calendar.goLiveAt + raised * 24 * hour + 4 * hour, calendar.now)
    const person = cast.find(({ name }) => name === owner)?.key ?? lead.key
    const issue = told.impact === 'high' ? issues[index] : undefined
    const fields = {
      ...told,
      owner: person,
      status: 'open',
      raisedAt: at,
      reviewOn: review === undefined ? null : calendar.day(review),
      ...(issue !== undefined && { [`issue:${issue}`]: true }),
    }
    yield { entity: 'risk', key, fields, at, by: lead.name }
    if (!ended || ended.on > calendar.length) continue
    const endedAt = calendar.goLiveAt + ended.on * 24 * hour + 5 * hour
    const isOver = ended.status !== 'accepted'
    const end = { status: ended.status, endedAt: isOver ? endedAt : null }
    yield { entity: 'risk', key, fields: end, at: endedAt, by: lead.name }
  }
}
