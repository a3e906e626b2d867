import { clockWords, durationText } from '../clocks/clock-words'
import type { Instant } from '../model/value'
import { formatInstant, formatZone } from '../time/format'
import type { DayMoment, DayPlace, IssueMoment, Moment } from './moment'

/** A notification in words. */
export interface Notice {
  readonly id: string
  readonly title: string
  readonly body: string
  /** The issue it is about; undefined when it is about several. */
  readonly issue: string | undefined
  /** Where it is seen, when it is about the team's day and nothing else. */
  readonly place?: DayPlace | undefined
  readonly urgency: 'normal' | 'critical'
}

export interface NoticeContext {
  readonly now: Instant
  readonly zone: string
  /** How an issue is called, and its title. */
  readonly issue: (key: string) => { readonly name: string; readonly title: string }
}

const minute = 60_000
/** What is told later than this has been missed, and says since when. */
const late = 5 * minute
const mostNamed = 3

const counted: Readonly<Record<IssueMoment['kind'], (count: number) => string>> = {
  raised: (count) => `${count} raised as severity 1`,
  breached: (count) => `${count} breached`,
  warning: (count) => `${count} about to breach`,
  'hold-over': (count) => `${count} no longer on hold`,
}
const kinds = Object.keys(counted) as IssueMoment['kind'][]

/** One notification for one or many moments; at least one. */
export function noticeOf(moments: readonly Moment[], context: NoticeContext): Notice {
  const ofDay = moments.filter((moment) => moment.kind === 'day')
  const ofIssues = moments.filter((moment) => moment.kind !== 'day')
  return ofIssues.length > 0 ? noticeOfIssues(ofIssues, ofDay, context) : noticeOfDay(ofDay, context)
}

/** At least one. Of several the first is told whole, and the others by what they are: desktops show few words. */
function noticeOfDay(moments: readonly DayMoment[], { now }: NoticeContext): Notice {
  const [first, ...others] = [...moments].sort((a, b) => a.at - b.at) as [DayMoment, ...DayMoment[]]
  const { id, title, body, place } = first
  const whole = { issue: undefined, place, urgency: 'normal' } as const
  if (others.length === 0) return { id, title, body, ...whole }
  return {
    id: `summary:${now}`,
    title: `${title}, and ${others.length} more`,
    body: [body, ...others.map((other) => other.title)].join('\n'),
    ...whole,
  }
}

function noticeOfIssues(
  moments: readonly IssueMoment[],
  ofDay: readonly DayMoment[],
  context: NoticeContext,
): Notice {
  const sorted = [...moments].sort(
    (a, b) => a.severity - b.severity || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.at - b.at,
  )
  const [first] = sorted
  const urgency = sorted.some(({ severity }) => severity === 1) ? 'critical' : 'normal'
  if (first && sorted.length === 1 && ofDay.length === 0)
    return { id: first.id, ...aboutOne(first, context), issue: first.issue, urgency }

  const issues = [...new Set(sorted.map(({ issue }) => issue))]
  const counts = kinds
    .map((kind) => [kind, sorted.filter((moment) => moment.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => counted[kind](count))
  const title = [...counts, ...ofDay.map((moment) => moment.title)].join(', ')
  const since = Math.min(...sorted.map(({ at }) => at))
  const named = issues.slice(0, mostNamed).map((key) => called(key, context))
  const more = issues.length - named.length
  return {
    id: `summary:${context.now}`,
    title,
    body: [
      since < context.now - late && `Since ${timeText(since, context)}`,
      ...named,
      more > 0 && `and ${more} more`,
    ]
      .filter(Boolean)
      .join('\n'),
    issue: issues.length === 1 ? issues[0] : undefined,
    urgency,
  }
}

function aboutOne(moment: IssueMoment, context: NoticeContext): Pick<Notice, 'title' | 'body'> {
  const { name, title } = context.issue(moment.issue)
  const about = (...lines: readonly string[]) => [title, ...lines].filter(Boolean).join('\n')
  switch (moment.kind) {
    case 'raised':
      return { title: `Severity 1: ${name}`, body: about() }
    case 'hold-over':
      return {
        title: `No longer on hold: ${name}`,
        body: about(`The hold ended ${timeText(moment.at, context)}`),
      }
    case 'warning': {
      const left = durationText(Math.max(0, moment.dueAt - context.now))
      return { title: `${name} breaches in ${left}`, body: about(dueText(moment, 'is', context)) }
    }
    case 'breached':
      return { title: `Breached: ${name}`, body: about(dueText(moment, 'was', context)) }
  }
}

function dueText(
  { clock, dueAt, severity }: Extract<IssueMoment, { clock: unknown }>,
  verb: 'is' | 'was',
  context: NoticeContext,
): string {
  return `Severity ${severity}. ${clockWords[clock]} ${verb} due ${timeText(dueAt, context)}`
}

const timeText = (at: Instant, { zone }: NoticeContext) =>
  `${formatInstant(at, zone)}, ${formatZone(at, zone)}`

function called(key: string, { issue }: NoticeContext): string {
  const { name, title } = issue(key)
  return title ? `${name} ${title}` : name
}
