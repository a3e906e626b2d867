import { changeManager, lead, sponsor, supportLead } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, extendedOn, hour } from './timing'

interface StoryDecision {
  readonly title: string
  readonly detail: string
  readonly askedOf: string
  /** Days after go-live, the day of the go-live being 0. */
  readonly asked: number
  readonly neededBy: number
  readonly made?: { readonly on: number; readonly outcome: string }
}

const story: readonly StoryDecision[] = [
  {
    title: 'Pause reminders for the first two weeks',
    detail: 'Reminders to customers who have paid would cost more trust than late money costs.',
    askedOf: sponsor.name,
    asked: 1,
    neededBy: 2,
    made: { on: 2, outcome: 'Paused in all districts for two weeks. Receivables reports the effect weekly.' },
  },
  {
    title: 'Bill portions by day or in blocks',
    detail: 'Blocks are slower and can be stopped half way; by day is what the calendar promises.',
    askedOf: sponsor.name,
    asked: 3,
    neededBy: 4,
    made: { on: 4, outcome: 'In blocks until three portions in a row went through, then by day.' },
  },
  {
    title: 'Widen the tolerance of the consumption check',
    detail: 'A third of each portion waits for a check that nobody has the hands for.',
    askedOf: 'Billing lead',
    asked: 6,
    neededBy: 8,
    made: { on: 9, outcome: '30 % for households; business customers stay as they are.' },
  },
  {
    title: 'Who answers the queue “migration clarifications” after hypercare',
    detail: 'No team has it in its plan. It takes about two people for another month.',
    askedOf: supportLead.name,
    asked: 12,
    neededBy: 19,
    made: { on: 18, outcome: 'Back Office Mail until the end of the quarter, then Master Data.' },
  },
  {
    title: 'Repeat the moves training for both customer centres',
    detail: 'Moves are the largest training gap. Half a day for each team, in two groups.',
    askedOf: changeManager.name,
    asked: 15,
    neededBy: 24,
    made: { on: 23, outcome: 'Two half days for each team, in the week after the first close.' },
  },
  {
    title: 'Restart reminders',
    detail: 'The pause has run out. Plans made after go-live are read correctly since the last patch.',
    askedOf: sponsor.name,
    asked: 17,
    neededBy: 20,
    made: { on: 22, outcome: 'Restarted, district by district; Receivables reads the first hundred.' },
  },
  {
    title: 'Extend hypercare by one week, or taper as planned',
    detail: 'Arrivals fall as hoped, but the steady-state team still asks for help in a third of its cases.',
    askedOf: sponsor.name,
    asked: 19,
    neededBy: 25,
    made: {
      on: extendedOn,
      outcome: 'Extended by two weeks, standing by; the exit is signed when all criteria hold.',
    },
  },
]

/** What had to be decided: some of it has been, some is waiting, one is late. */
export function* decisions(calendar: Calendar): Generator<DemoIntent> {
  for (const [index, { title, detail, askedOf, asked, neededBy, made }] of story.entries()) {
    const key = `decision:${index + 1}`
    const askedAt = calendar.goLiveAt + asked * 24 * hour + 5 * hour
    const fields = { title, detail, askedOf, neededBy: calendar.day(neededBy), status: 'needed' }
    yield { entity: 'decision', key, fields, at: askedAt, by: lead.name }
    if (!made) continue
    const madeAt = calendar.goLiveAt + made.on * 24 * hour + 9 * hour
    if (made.on > calendar.length) continue
    yield {
      entity: 'decision',
      key,
      fields: { status: 'made', outcome: made.outcome, madeAt },
      at: madeAt,
      by: lead.name,
    }
  }
}
