import { attendeeField, ownershipKey, residualKey } from '../handover/lines'
import type { HandoverItemKind } from '../model/handover-item'
import { endedStatuses, type IssueStatus } from '../model/issue'
import type { Fields, Instant } from '../model/value'
import { changeManager, lead, sponsor, supportLead } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, hour } from './timing'

const desk = 'Service desk'
const support = 'Application support'
const begunOn = 9
const dayHours = 24

interface Answered {
  /** Days after go-live. */
  readonly on: number
  readonly by: string
  readonly answer?: 'declined'
  readonly note?: string
}

interface StoryItem {
  readonly kind: Exclude<HandoverItemKind, 'residual'>
  readonly title: string
  readonly fields: Fields
  readonly due?: number
  readonly answered?: Answered
}

const owner = (
  title: string,
  givenBy: string,
  takenBy: string | null,
  due: number,
  answered?: Answered,
): StoryItem => ({
  kind: 'ownership',
  title,
  fields: { givenBy, takenBy },
  due,
  ...(answered && { answered }),
})

const byVogel = (on: number, note?: string): Answered => ({ on, by: supportLead.name, ...(note && { note }) })

const items: readonly StoryItem[] = [
  owner('Customer 360', 'Jonas Keller', 'Inês Carvalho', 20, byVogel(16)),
  owner('Case management', 'Jonas Keller', 'Inês Carvalho', 20, byVogel(16)),
  owner('Customer portal', 'Priya Raman', 'Felix Sommer', 20, byVogel(17)),
  owner('Telephony', 'Priya Raman', desk, 18, byVogel(15)),
  owner('Outbound mail', 'Sofia Marin', support, 20, byVogel(19)),
  owner('Roles & access', lead.name, 'Murat Demir', 18, byVogel(18)),
  owner('Reporting', 'Jonas Keller', support, 24),
  owner('Billing engine', 'Sofia Marin', 'Felix Sommer', 24, {
    on: 18,
    by: 'Felix Sommer',
    answer: 'declined',
    note: 'Not before I have sat through one month-end close.',
  }),
  owner('Payments', 'Sofia Marin', null, 24),
  owner('Interfaces', 'Tomasz Nowak', 'Felix Sommer', 25),
  {
    kind: 'runbook',
    title: 'Nightly batch: restart and rerun',
    fields: { place: 'Support wiki, Operations, Batch', givenBy: 'Tomasz Nowak', takenBy: support },
    answered: { on: 15, by: 'Felix Sommer', note: 'Tried in the night of the 15th day.' },
  },
  {
    kind: 'runbook',
    title: 'Bank interface: resend a file',
    fields: { place: 'Support wiki, Interfaces, Bank', givenBy: 'Priya Raman', takenBy: support },
    answered: byVogel(17),
  },
  {
    kind: 'runbook',
    title: 'Archive link: when documents do not open',
    fields: { givenBy: 'Tomasz Nowak', takenBy: 'Felix Sommer' },
    due: 19,
  },
  {
    kind: 'runbook',
    title: 'Dunning: stop and start a run',
    fields: { place: 'Support wiki, Receivables', givenBy: 'Sofia Marin', takenBy: desk },
    due: 22,
  },
  {
    kind: 'known-error',
    title: 'A meter swapped in the evening shows two readings until the night',
    fields: {
      detail:
        'Two readings of the same day in the meter’s history. The batch of the night takes the wrong one away.',
      workaround: 'Bill on the next day. Nothing needs to be corrected.',
      takenBy: desk,
    },
    answered: byVogel(17),
  },
  {
    kind: 'known-error',
    title: 'Letters of more than nine pages are printed without the last one',
    fields: {
      detail: 'Only collective invoices of key accounts are that long.',
      workaround: 'Print from the archive instead of from the case.',
      takenBy: support,
    },
  },
  {
    kind: 'access',
    title: 'Administration of roles',
    fields: { givenBy: lead.name, takenBy: 'Murat Demir', place: 'Form A12' },
    answered: byVogel(18),
  },
  {
    kind: 'access',
    title: 'Monitoring of the interfaces',
    fields: { givenBy: 'Priya Raman', takenBy: 'Felix Sommer', place: 'Form A12' },
    answered: { on: 16, by: 'Felix Sommer' },
  },
  {
    kind: 'access',
    title: 'Project accounts in production are closed',
    fields: { givenBy: 'Northgate Consulting', takenBy: 'Murat Demir', detail: 'Eleven accounts, by list.' },
    due: 28,
  },
]

interface StorySession {
  readonly title: string
  readonly givenBy: string
  readonly planned: number
  readonly held?: number
  readonly attendees: readonly string[]
  readonly detail: string
  readonly place?: string
  readonly answered?: Answered
}

const sessions: readonly StorySession[] = [
  {
    title: 'How a case runs from call to letter',
    givenBy: 'Jonas Keller',
    planned: 11,
    held: 11,
    attendees: ['Inês Carvalho', 'Murat Demir', 'Petra Hahn'],
    detail: 'Case types, deadlines, letters, and what the desk may close by itself.',
    place: 'Recording in the support wiki',
    answered: { on: 12, by: 'Inês Carvalho' },
  },
  {
    title: 'The night: batch, order of jobs, what may wait',
    givenBy: 'Tomasz Nowak',
    planned: 14,
    held: 14,
    attendees: ['Felix Sommer', supportLead.name],
    detail: 'Job plan, restart points, whom to call.',
    place: 'Recording in the support wiki',
    answered: { on: 15, by: 'Felix Sommer' },
  },
  {
    title: 'Roles and rights: who gets what, and how',
    givenBy: lead.name,
    planned: 16,
    held: 16,
    attendees: ['Murat Demir', 'Nadia Rahimi'],
    detail: 'The nine roles, form A12, the four-eyes rule.',
  },
  {
    title: 'Month-end close with billing operations',
    givenBy: 'Sofia Marin',
    planned: 23,
    attendees: ['Felix Sommer', 'Inês Carvalho'],
    detail: 'The first close on the new system, side by side.',
  },
]

const mostLeftOpen = 2
/** By then everything is written down, and in the days after it all of it is accepted. */
const lastWritten = 29

/** What the issues leave to whoever stays: their components, and those that are still open. */
export class LeftOpen {
  readonly components = new Set<string>()
  private readonly waiting = new Map<string, { title: string; status: string; severity: number }>()

  follow({ entity, key, fields }: DemoIntent): void {
    if (entity !== 'issue') return
    if (typeof fields.component === 'string') this.components.add(fields.component)
    const known = this.waiting.get(key)
    const title =
      typeof fields.title === 'string' ? `${fields.shortKey ?? ''} ${fields.title}`.trim() : known?.title
    this.waiting.set(key, {
      title: title ?? '',
      status: String(fields.status ?? known?.status ?? 'new'),
      severity: Number(fields.severity ?? known?.severity ?? 0),
    })
  }

  /** The oldest of severity 3: what the sponsor can live with. */
  tolerable(): { key: string; title: string }[] {
    return this.open.filter(({ severity }) => severity === 3).slice(0, mostLeftOpen)
  }

  get open(): { key: string; title: string; severity: number }[] {
    return [...this.waiting].flatMap(([key, { title, status, severity }]) =>
      endedStatuses.has(status as IssueStatus) ? [] : [{ key, title, severity }],
    )
  }
}

/** Three weeks in, about half of the handover is done; after six all of it is. */
export function* handover(calendar: Calendar, leftOpen: LeftOpen): Generator<DemoIntent> {
  yield* begun(calendar, leftOpen)
  if (calendar.isWhole) yield* completed(calendar, leftOpen)
}

function* begun(calendar: Calendar, leftOpen: LeftOpen): Generator<DemoIntent> {
  const by = changeManager.name
  const at = (day: number) => Math.min(calendar.goLiveAt + (day * dayHours + 5) * hour, calendar.now)
  for (const [index, { kind, title, fields, due, answered }] of items.entries()) {
    const key = kind === 'ownership' ? ownershipKey(title) : `handover:${index + 1}`
    const dueOn = due === undefined ? null : calendar.day(due)
    yield { entity: 'handoverItem', key, fields: { kind, title, ...fields, dueOn }, at: at(begunOn), by }
    if (answered) yield said('handoverItem', key, answered, at(answered.on))
  }
  for (const [index, session] of sessions.entries()) {
    const { title, givenBy, planned, held, attendees, detail, place = null, answered } = session
    const key = `knowledge:${index + 1}`
    const there = Object.fromEntries(attendees.map((name) => [attendeeField(name), true]))
    const fields = { title, givenBy, detail, place, plannedOn: calendar.day(planned), ...there }
    yield { entity: 'knowledgeSession', key, fields, at: at(begunOn), by }
    if (held !== undefined) {
      const heldAt = at(held)
      yield { entity: 'knowledgeSession', key, fields: { heldAt }, at: heldAt, by }
    }
    if (answered) yield said('knowledgeSession', key, answered, at(answered.on))
  }
  if (calendar.isWhole) return
  for (const open of leftOpen.tolerable()) yield* acceptedResidual(open, at(19), at(20))
}

function* acceptedResidual(
  { key: issue, title }: { readonly key: string; readonly title: string },
  writtenAt: Instant,
  answeredAt: Instant,
): Generator<DemoIntent> {
  const key = residualKey(issue)
  const detail = 'Goes on the list of the first release after the project.'
  const fields = { kind: 'residual', title, issue, detail, takenBy: supportLead.name }
  yield { entity: 'handoverItem', key, fields, at: writtenAt, by: changeManager.name }
  yield said('handoverItem', key, { on: 20, by: sponsor.name }, answeredAt)
}

/** Whatever was missing is written down, what was declined is accepted, and what stays open has a name under it. */
function* completed(calendar: Calendar, leftOpen: LeftOpen): Generator<DemoIntent> {
  const at = (day: number) => calendar.goLiveAt + (day * dayHours + 5) * hour
  const by = changeManager.name
  for (const [index, { kind, title, fields, answered }] of items.entries()) {
    if (answered && answered.answer === undefined) continue
    const key = kind === 'ownership' ? ownershipKey(title) : `handover:${index + 1}`
    const missing = {
      ...(!fields.takenBy && { takenBy: support }),
      ...(kind === 'runbook' && !fields.place && { place: 'Support wiki, Operations' }),
    }
    const writtenAt = at(24 + (index % 5))
    if (Object.keys(missing).length > 0)
      yield { entity: 'handoverItem', key, fields: missing, at: writtenAt, by }
    yield said('handoverItem', key, byVogel(0), at(lastWritten + (index % 8)))
  }
  const owned = new Set(items.map(({ title }) => title))
  for (const [index, title] of [...leftOpen.components].filter((name) => !owned.has(name)).entries()) {
    const key = ownershipKey(title)
    const fields = { kind: 'ownership', title, givenBy: lead.name, takenBy: support }
    yield { entity: 'handoverItem', key, fields, at: at(24), by }
    yield said('handoverItem', key, byVogel(0), at(lastWritten + (index % 8)))
  }
  for (const [index, { planned, held, answered }] of sessions.entries()) {
    const key = `knowledge:${index + 1}`
    if (held === undefined)
      yield { entity: 'knowledgeSession', key, fields: { heldAt: at(planned) }, at: at(planned), by }
    if (!answered) yield said('knowledgeSession', key, byVogel(0), at(lastWritten))
  }
  const { now } = calendar
  for (const open of leftOpen.open) yield* acceptedResidual(open, now - 3 * hour, now - 2 * hour)
}

function said(entity: string, key: string, { by, answer, note }: Answered, at: Instant): DemoIntent {
  const fields = { answer: answer ?? 'accepted', answeredBy: by, answeredAt: at, answerNote: note ?? null }
  return { entity, key, fields, at, by }
}
