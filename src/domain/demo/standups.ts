import { standupKey } from '../model/standup'
import type { StandupTopic } from '../model/standup-note'
import type { Fields, Instant } from '../model/value'
import { type Day, weekdayOf } from '../time/day'
import { cast, changeManager, lead, sponsor, supportLead } from './cast'
import type { DemoIntent } from './issues'
import { Deck, Random } from './random'
import { type Calendar, hour, minute, threeWeeks } from './timing'

/** An issue that is talked about on the morning after it was raised. */
export interface TalkedAbout {
  readonly key: string
  readonly title: string
  readonly raisedAt: Instant
}

/** So that standups change nothing of the story of the issues. */
const ownSeed = 0x5357
const begins = 9 * hour

const notes = [
  'Two of yesterday’s moves went through after the fix, watching the third today.',
  'Floor round in Customer Centre South: calmer than last week, questions mostly about moves.',
  'Call volume at the service desk back to what it was before the go-live.',
  'Billing run of the night went through without a hold.',
  'Retests for Thursday’s patch are set up, testers know.',
  'Vendor has answered, a hint but no fix yet.',
  'Quick guide for tariff changes is out, printed copies are on the desks.',
  'Handled eleven cases alone since yesterday, asked for help in two.',
  'Shadowed the project team on interface errors; can take them from next week.',
  'Half of the meter readings left over from the migration are cleared.',
  'Away on Thursday afternoon, Jonas has the queue.',
  'Access requests of the new starters are all through.',
] as const

const blockers = [
  'Test system is down until noon, no retest before that.',
  'Vendor needs a trace that only the data centre can draw.',
  'Nobody in Receivables can say which reminders were sent.',
  'Transport waits for the approval of the change board.',
  'No second person who knows the archive link.',
] as const

interface StoryAction {
  readonly text: string
  readonly owner: string
  /** Workdays until it is due, and until it was done; never done yet where there is none. */
  readonly due: number
  readonly done?: number
}

const [jonas, priya, tomasz, sofia, david, felix, ines] = [
  'Jonas Keller',
  'Priya Raman',
  'Tomasz Nowak',
  'Sofia Marin',
  'David Osei',
  'Felix Sommer',
  'Inês Carvalho',
]

/** By workday since the go-live, the day of the go-live being 0. */
const actions: Readonly<Record<number, readonly StoryAction[]>> = {
  1: [
    { text: 'List every interface that stopped over night, with who to call', owner: priya, due: 1, done: 1 },
    { text: 'Put the floor walkers’ numbers on the intranet', owner: changeManager.name, due: 1, done: 1 },
  ],
  2: [{ text: 'Write down how to restart the print queue', owner: tomasz, due: 2, done: 3 }],
  3: [
    { text: 'Ask the data centre for a second account on the scheduler', owner: jonas, due: 2, done: 5 },
    { text: 'Quick guide: correcting a move-in date', owner: changeManager.name, due: 3, done: 2 },
  ],
  5: [{ text: 'Compare invoices of portion 04 with the old system', owner: sofia, due: 2, done: 2 }],
  6: [
    { text: 'Agree with Receivables which reminders are sent again', owner: lead.name, due: 3, done: 4 },
    { text: 'Show the service desk the list of known issues', owner: david, due: 1, done: 1 },
  ],
  8: [{ text: 'Hand the interface monitor over to application support', owner: priya, due: 4, done: 5 }],
  9: [{ text: 'Clear the duplicate business partners of the second load', owner: ines, due: 3, done: 7 }],
  10: [{ text: 'Walk through the month-end close with Billing Operations', owner: sofia, due: 3, done: 3 }],
  11: [{ text: 'Write the runbook for the nightly meter import', owner: felix, due: 1, done: 5 }],
  12: [
    {
      text: 'Draft who answers the migration clarifications after hypercare',
      owner: supportLead.name,
      due: 2,
      done: 1,
    },
    { text: 'Second refresher for moves, both customer centres', owner: changeManager.name, due: 6, done: 4 },
  ],
  13: [{ text: 'Check that the plans made after go-live are read correctly', owner: jonas, due: 2, done: 3 }],
  14: [{ text: 'Ask who covers the on-call line on the holiday weekend', owner: lead.name, due: 2, done: 2 }],
}

const decisions: Readonly<Record<number, string>> = {
  2: 'Access requests go to the service desk first, the project team only sees what is stuck.',
  7: 'Portions are billed in blocks until three in a row went through.',
  11: 'Application support takes interface errors from now on, the project team stands by.',
  16: 'The service desk triages; the project team is asked, and does not look by itself.',
  18: 'Whatever is left open goes on the list of the first release, by name.',
}

/** Daily for three weeks; then twice a week and in the end once, as the plan has it. */
function isHeld(day: Day, daysSinceGoLive: number): boolean {
  if (daysSinceGoLive < threeWeeks) return true
  const weekday = weekdayOf(day)
  return weekday === 'tue' || (weekday === 'thu' && daysSinceGoLive < 28)
}

/** The round of every working morning: who was there, what was said, what was promised and what became of it. */
export function* standups(
  calendar: Calendar,
  seed: number,
  talkedAbout: readonly TalkedAbout[],
): Generator<DemoIntent> {
  const random = new Random(seed ^ ownSeed)
  const said = new Deck(notes, random)
  const inTheWay = new Deck(blockers, random)
  const mornings = calendar.days
    .slice(0, calendar.length)
    .filter(({ day, working }, place) => working && isHeld(day, place))
    .map(({ day, start }) => ({ day, at: start + begins }))
  const later = (place: number, days: number) =>
    mornings[place + days] ?? {
      day: calendar.day(calendar.length + place + days - mornings.length),
      at: Number.POSITIVE_INFINITY,
    }
  for (const [place, { day, at }] of mornings.entries()) {
    const endsAt = at + random.between(12, 21) * minute
    // Go-live itself is a day of its own: the first standup is on the morning after.
    if (at < calendar.goLiveAt + 6 * hour || endsAt > calendar.now) continue
    const standup = standupKey(day)
    const leader = random.chance(0.85) ? lead.name : supportLead.name
    const team = cast.filter(
      ({ name, leftAfter }) =>
        name !== sponsor.name &&
        (leftAfter === undefined || calendar.day(leftAfter) >= day) &&
        random.chance(0.85),
    )
    const here = Object.fromEntries(team.map(({ key }) => [`here:${key}`, true]))
    yield {
      entity: 'standup',
      key: standup,
      fields: { day, [`led:${leader}`]: at, removed: false },
      at,
      by: leader,
    }
    yield { entity: 'standup', key: standup, fields: here, at: at + minute, by: leader }
    let spokenAt = at + minute
    let lines = 0
    const line = (entity: string, fields: Fields): DemoIntent => {
      spokenAt = Math.min(spokenAt + random.between(20, 90) * 1_000, endsAt)
      const key = `${standup}/${++lines}`
      return { entity, key, fields: { standup, ...fields }, at: spokenAt, by: leader }
    }
    const note = (kind: 'note' | 'blocker', text: string, about: Fields, issue?: string) =>
      line('standupNote', {
        kind,
        text,
        author: leader,
        writtenAt: spokenAt,
        ...about,
        ...(issue && { issue }),
      })

    for (const { key, title, raisedAt } of talkedAbout)
      if (raisedAt < at && raisedAt >= at - 24 * hour) yield note('note', title, aboutTopic('round-up'), key)
    for (const { key } of team.filter(() => random.chance(0.35)))
      yield note('note', said.draw(), { person: key })
    if (random.chance(0.4)) {
      const inWay = note('blocker', inTheWay.draw(), {
        person: random.pick(team.length > 0 ? team : cast).key,
      })
      yield inWay
      const clearedAt = later(place, random.between(1, 3)).at + 4 * minute
      if (clearedAt < calendar.now) yield { ...inWay, fields: { clearedAt }, at: clearedAt, by: lead.name }
    }
    const decided = decisions[place]
    if (decided !== undefined)
      yield line('decision', { title: decided, status: 'made', madeAt: spokenAt, ...aboutTopic('decisions') })
    for (const { text, owner, due, done } of actions[place] ?? []) {
      const { key } = cast.find(({ name }) => name === owner) ?? lead
      const promised = line('action', {
        text,
        owner: key,
        dueOn: later(place, due).day,
        author: leader,
        writtenAt: spokenAt,
        person: key,
      })
      yield promised
      const doneAt = done === undefined ? Number.POSITIVE_INFINITY : later(place, done).at + 6 * minute
      if (doneAt < calendar.now) yield { ...promised, fields: { doneAt }, at: doneAt, by: lead.name }
    }
    yield { entity: 'standup', key: standup, fields: { [`ended:${leader}`]: endsAt }, at: endsAt, by: leader }
  }
}

const aboutTopic = (topic: StandupTopic): Fields => ({ topic })
