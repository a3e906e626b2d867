import type { Intent } from '../merge/intent'
import type { Channel, IssueClass, Severity } from '../model/issue'
import { issueKeyFromSource } from '../model/keys'
import type { Fields, Instant } from '../model/value'
import { cast, reporters, units } from './cast'
import { lifeOf, type Step } from './life'
import { Deck, type Random } from './random'
import { tellTicket } from './slots'
import { talk } from './talk'
import { criticalTickets } from './tickets/critical'
import { defectTickets } from './tickets/defects'
import { learningTickets } from './tickets/learning'
import { operationsTickets } from './tickets/operations'
import type { Ticket } from './tickets/ticket'
import { type Calendar, hour } from './timing'

/** An intent that says when in the story it happened, and who did it. */
export type DemoIntent = Intent & { readonly at: Instant; readonly by: string }

/** What hypercare is made of: not even a third is bugs. */
const classShares = {
  defect: 31,
  'training-gap': 25,
  question: 11,
  data: 10,
  access: 8,
  configuration: 7,
  environment: 4,
  'change-request': 4,
} as const satisfies Record<Ticket['class'], number>

const trackerName = 'jira'
const trackerBase = 'https://tracker.meridian-water.example/browse/'

/** The issues, earliest first, each followed by what happened to it and what was said about it. */
export function* issueIntents(
  count: number,
  calendar: Calendar,
  seed: number,
  random: Random,
): Generator<DemoIntent> {
  const tickets = new TicketDecks(random)
  const told = new Map<Ticket, string>()
  let number = 0
  for (const raisedAt of calendar.arrivals(count, random)) {
    number++
    const { ticket, severity } = tickets.draw(calendar.age(raisedAt), calendar.isCalm(raisedAt))
    const fromTracker = severity > 1 && random.chance(0.14)
    const key = fromTracker ? issueKeyFromSource(trackerName, trackerKey(number)) : `demo-${seed}-${number}`
    const earlier = told.get(ticket)
    const duplicateOf = severity > 1 && random.chance(0.03) ? earlier : undefined
    if (duplicateOf === undefined) told.set(ticket, key)
    yield* oneIssue({ key, number, raisedAt, ticket, severity, fromTracker, duplicateOf }, calendar, random)
  }
}

interface Plan {
  readonly key: string
  readonly number: number
  readonly raisedAt: Instant
  readonly ticket: Ticket
  readonly severity: Severity
  readonly fromTracker: boolean
  readonly duplicateOf: string | undefined
}

function* oneIssue(plan: Plan, calendar: Calendar, random: Random): Generator<DemoIntent> {
  const { key, number, raisedAt, ticket, severity, fromTracker, duplicateOf } = plan
  const unit = random.pick(units)
  const reporter = random.pick(reporters)
  const { title, description, workaround, fix } = tellTicket(ticket, unit, random)
  const reportedSeverity =
    severity === 1 || random.chance(0.72) || calendar.isCalm(raisedAt)
      ? severity
      : misjudged(severity, random)
  const channel = fromTracker ? 'tracker' : channelOf(ticket, random)
  yield {
    entity: 'issue',
    key,
    at: raisedAt,
    by: intakeOf(channel, reporter, random),
    fields: {
      shortKey: `HC-${number}`,
      title,
      description,
      reporter,
      reporterUnit: unit,
      channel,
      component: ticket.component,
      processArea: ticket.processArea,
      usersAffected: usersAffected(severity, random),
      reportedSeverity,
      severity: reportedSeverity,
      status: 'new',
      raisedAt,
      ...Object.fromEntries(tagsOf(ticket, random).map((tag) => [`tag:${tag}`, true])),
      ...(fromTracker && trackerFields(number, raisedAt, random)),
    },
  }
  const issue = { raisedAt, class: ticket.class, reportedSeverity, severity, workaround, fix, duplicateOf }
  const steps = lifeOf(issue, calendar, random)
  for (const { at, by, fields } of steps) yield { entity: 'issue', key, fields, at, by }
  if (random.chance(1 / 3)) yield* comments(plan, unit, steps, calendar, random)
}

function* comments(
  plan: Plan,
  unit: string,
  steps: Step[],
  calendar: Calendar,
  random: Random,
): Generator<DemoIntent> {
  const isLearning = learningTickets.includes(plan.ticket)
  const resolvedAt = steps.find(({ fields }) => fields.status === 'resolved')?.at ?? Number.POSITIVE_INFINITY
  const latest = Math.min(calendar.now, (steps.at(-1)?.at ?? plan.raisedAt) + 24 * hour)
  const count = random.between(1, 6)
  let at = plan.raisedAt
  for (let index = 1; index <= count; index++) {
    at = calendar.afterWork(at + (random.next() * (latest - at)) / 2, random.wait(3, 90))
    if (at === Number.POSITIVE_INFINITY) return
    const tone =
      at > resolvedAt ? 'ended' : isLearning ? 'helping' : random.chance(0.2) ? 'waiting' : 'working'
    const author = random.pick(cast).name
    const text = random.pick<string>(talk[tone]).replace('{unit}', unit)
    yield {
      entity: 'comment',
      key: `${plan.key}/${index}`,
      fields: {
        issue: plan.key,
        author,
        text,
        writtenAt: at,
        origin: plan.fromTracker ? 'imported' : 'typed',
      },
      at,
      by: author,
    }
  }
}

/** Which ticket comes next: the share of each class is kept, and no ticket comes twice before all have come once. */
class TicketDecks {
  private readonly critical: Deck<Ticket>
  private readonly ofClass = new Map<IssueClass, Deck<Ticket>>()

  constructor(private readonly random: Random) {
    this.critical = new Deck(criticalTickets, random)
    const ordinary = [...defectTickets, ...learningTickets, ...operationsTickets]
    for (const name of Object.keys(classShares) as (keyof typeof classShares)[]) {
      this.ofClass.set(
        name,
        new Deck(
          ordinary.filter((ticket) => ticket.class === name),
          random,
        ),
      )
    }
  }

  draw(daysAfterGoLive: number, isCalm: boolean): { ticket: Ticket; severity: Severity } {
    // System-wide trouble belongs to the first days; by the third week it has become rare.
    if (this.random.chance(isCalm ? 0 : 0.006 + 0.05 * Math.exp(-daysAfterGoLive / 5)))
      return { ticket: this.critical.draw(), severity: 1 }
    const deck = this.ofClass.get(this.random.weighted(classShares))
    const ticket = deck?.draw() ?? this.critical.draw()
    return { ticket, severity: this.random.chance(isCalm ? 0 : ticket.serious) ? 2 : 3 }
  }
}

function channelOf(ticket: Ticket, random: Random): Channel {
  if (ticket.class === 'environment' && random.chance(0.5)) return 'monitoring'
  return random.weighted({ phone: 26, portal: 22, 'walk-up': 20, chat: 18, mail: 14 })
}

function intakeOf(channel: Channel, reporter: string, random: Random): string {
  if (channel === 'tracker') return 'Tracker export'
  if (channel === 'portal') return reporter
  return random.pick(cast.filter(({ role }) => role === 'triage' || role === 'floor-walker')).name
}

/** What the reporter took it for, where triage will see it otherwise. */
function misjudged(severity: Severity, random: Random): Severity {
  if (severity === 3) return 2
  return random.chance(0.5) ? 3 : 1
}

function usersAffected(severity: Severity, random: Random): number | null {
  if (severity > 1 && random.chance(0.2)) return null
  const ranges = { 1: [60, 600], 2: [6, 90], 3: [1, 14] } as const
  const [fewest, most] = ranges[severity]
  return Math.round(random.wait(fewest, most))
}

function tagsOf(ticket: Ticket, random: Random): string[] {
  const tags = [...ticket.tags]
  if (random.chance(0.06)) tags.push('key-account')
  if (random.chance(0.08)) tags.push('quick-win')
  return tags
}

const trackerKey = (number: number) => `MW-${1_000 + number}`

function trackerFields(number: number, raisedAt: Instant, random: Random): Fields {
  return {
    externalSystem: trackerName,
    externalKey: trackerKey(number),
    externalUrl: `${trackerBase}${trackerKey(number)}`,
    sourceUpdatedAt: raisedAt,
    'column:Sprint': `Hypercare ${random.between(1, 3)}`,
    'column:Custom field (Release)': '1.0',
    ...(random.chance(0.4) && { 'column:Story Points': random.pick([1, 2, 3, 5, 8]) }),
  }
}
