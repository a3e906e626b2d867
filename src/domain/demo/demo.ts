import { defaultPolicy, engagementKey } from '../model/engagement'
import type { Fields, Instant } from '../model/value'
import { adoption } from './adoption'
import { cadence } from './cadence'
import { cast, client, consultancy, lead, sponsor, teams } from './cast'
import { audiencesSetUp, communication } from './communication'
import { decisions } from './decisions'
import { Details } from './details'
import { effort } from './effort'
import { exitCriteria } from './exit'
import { handover, LeftOpen } from './handover'
import { type DemoIntent, issueIntents } from './issues'
import { demoName } from './name'
import { withPatches } from './patches'
import { Random } from './random'
import { risks } from './risks'
import { rota } from './rota'
import { shiftNotes } from './shift-notes'
import { standups, type TalkedAbout } from './standups'
import { Calendar, hour, sixWeeks, threeWeeks } from './timing'
import { trainingActions } from './training'
import { TriageSittings } from './triage-sittings'
import { UserWords } from './user-words'

export type { DemoIntent } from './issues'

export interface DemoOptions {
  readonly seed: number
  /** Everything in the demo has happened before this; go-live was three weeks earlier. */
  readonly now: Instant
  /** Tells the whole story, of six weeks, up to where the sponsor signs. */
  readonly whole?: boolean
  readonly issues?: number
  /** A zone known to this machine. */
  readonly zone?: string
}

/**
 * A made-up engagement, three weeks after the go-live of a water utility's CRM, in the order in which things
 * were written: each row before its changes. Made as it is read, so that any number of issues can be written in
 * parts. The same options give the same demo. The engagement's `id` is left to whoever creates the database.
 */
export function* demoIntents({
  seed,
  now,
  issues = 240,
  whole = false,
  zone = 'Europe/Berlin',
}: DemoOptions): Generator<DemoIntent> {
  const calendar = new Calendar(now, zone, whole ? sixWeeks : threeWeeks)
  const random = new Random(seed)
  yield setUp('engagement', engagementKey, engagement(calendar))
  for (const { key, name, side } of teams) yield setUp('team', key, { name, side })
  for (const { key, leftAfter, ...person } of cast) {
    const leftOn = leftAfter === undefined ? null : calendar.day(leftAfter)
    yield setUp('person', key, { ...person, sourceName: person.name, leftOn })
  }
  for (const [index, { phase, at }] of cadence(calendar).entries())
    yield { ...setUp('cadencePhase', `phase:${index + 1}`, { ...phase }), at }
  yield* audiencesSetUp(calendar)
  const severe: TalkedAbout[] = []
  const userWords = new UserWords(calendar)
  const details = new Details(calendar)
  const leftOpen = new LeftOpen()
  const sittings = new TriageSittings(calendar)
  for (const intent of withPatches(issueIntents(issues, calendar, seed, random), calendar, seed)) {
    if (isNewSevere(intent)) severe.push(talkedAbout(intent))
    yield intent
    leftOpen.follow(intent)
    sittings.follow(intent)
    yield* userWords.follow(intent)
    yield* details.follow(intent)
  }
  yield* details.rest()
  yield* sittings.told()
  yield* decisions(calendar)
  yield* standups(calendar, seed, severe)
  yield* shiftNotes(calendar, seed)
  yield* communication(calendar, userWords.told.values())
  yield* trainingActions(calendar)
  yield* risks(
    calendar,
    severe.map(({ key }) => key),
  )
  yield* exitCriteria(calendar, whole ? issues : undefined)
  yield* rota(calendar)
  yield* effort(calendar, seed)
  yield* handover(calendar, leftOpen)
  yield* adoption(calendar, seed)

  function setUp(entity: string, key: string, fields: Fields): DemoIntent {
    return { entity, key, fields, at: calendar.goLiveAt - 72 * hour, by: lead.name }
  }
}

function isNewSevere({ entity, fields }: DemoIntent): boolean {
  return entity === 'issue' && fields.raisedAt !== undefined && fields.severity === 1
}

const talkedAbout = ({ key, at, fields }: DemoIntent): TalkedAbout => ({
  key,
  title: String(fields.title),
  raisedAt: at,
})

function engagement(calendar: Calendar): Fields {
  return {
    name: demoName(calendar.isWhole),
    client,
    system: 'CRM (service & billing)',
    sponsor: `${sponsor.name}, ${client}`,
    zone: calendar.zone,
    goLiveAt: calendar.goLiveAt,
    plannedEndOn: calendar.day(28),
    note: `Demo engagement. ${client}, ${consultancy} and everybody in it are made up.`,
    demo: true,
    ...defaultPolicy,
    [`holiday:${calendar.holiday}`]: 'Founding day',
  }
}
