import type { BulletinContent, BulletinItem } from '../bulletins/content'
import { bulletinText } from '../bulletins/plain-text'
import type { BulletinSection } from '../model/bulletin'
import type { Weekday } from '../model/engagement'
import type { Fields, Instant } from '../model/value'
import { weekdayOf } from '../time/day'
import { changeManager } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, type DemoDay, hour } from './timing'
import type { ToldIssue } from './user-words'

interface StoryAudience {
  readonly key: string
  readonly name: string
  readonly to: readonly string[]
  readonly units: readonly string[]
  readonly due: readonly Weekday[]
  /** Days after go-live on which it was told for the first time; then whenever it was due. */
  readonly first: number
}

const audiences: readonly StoryAudience[] = [
  {
    key: 'all users',
    name: 'All users',
    to: ['crm-users@meridian-water.example'],
    units: [],
    due: ['tue', 'thu'],
    first: 0,
  },
  {
    key: 'customer centres',
    name: 'Customer centres',
    to: ['centre-north@meridian-water.example', 'centre-south@meridian-water.example'],
    units: ['Customer Centre North', 'Customer Centre South'],
    due: ['mon'],
    first: 1,
  },
]

const intros = [
  'Thank you for your patience in the first days. This is what we know and what helps until it is mended.',
  'This is where we stand today. Your floor walkers know each of these points and help on the spot.',
  'Calmer days: most of what held you up last week is mended. What is left is below.',
] as const

const dueTime = '16:00'
/** After the hour of the go-live: half an hour before it is due, and in the rush of the first week once two hours late. */
const [sentHour, lateHour] = [9.5, 12]
const lateDays = { from: 3, to: 5 }
const mostTold = 8

export function* audiencesSetUp(calendar: Calendar): Generator<DemoIntent> {
  for (const { key, name, to, units, due } of audiences) {
    const fields: Fields = { name, dueTime }
    for (const address of to) fields[`to:${address}`] = true
    for (const unit of units) fields[`unit:${unit}`] = true
    for (const day of due) fields[`due:${day}`] = true
    yield { entity: 'audience', key, fields, at: calendar.goLiveAt - 72 * hour, by: changeManager.name }
  }
}

/** Bulletins, each telling what was known at its hour, and one that is being written as long as the story goes on. */
export function* communication(calendar: Calendar, told: Iterable<ToldIssue>): Generator<DemoIntent> {
  const issues = [...told].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  for (const audience of audiences) {
    const own = issues.filter(({ unit }) => audience.units.length === 0 || audience.units.includes(unit))
    let before = Number.NEGATIVE_INFINITY
    let number = 0
    for (const { day, sentAt } of sendingsOf(audience, calendar)) {
      const lines = linesAt(own, before, sentAt)
      number++
      const key = `${audience.key}/${number}`
      const intro = intros[Math.min(intros.length - 1, Math.floor(day / 7))] ?? intros[0]
      const subject = `Bulletin ${number}: known issues and fixes`
      const content = contentOf(subject, intro, lines)
      const at = sentAt - hour
      yield {
        entity: 'bulletin',
        key,
        fields: { audience: audience.key, number, subject, intro },
        at,
        by: changeManager.name,
      }
      yield {
        entity: 'bulletinSending',
        key: `sending:${key}`,
        fields: {
          bulletin: key,
          audience: audience.key,
          number,
          subject,
          to: audience.to.join('\n'),
          text: bulletinText(content, { heading: false }),
          content: JSON.stringify(content),
          sentAt,
          sentBy: changeManager.name,
          ...Object.fromEntries(lines.map(({ section, issue }) => [`told:${issue.key}`, section])),
        },
        at: sentAt,
        by: changeManager.name,
      }
      before = sentAt
    }
    if (audience.units.length > 0 || calendar.isWhole) continue
    yield {
      entity: 'bulletin',
      key: `${audience.key}/${number + 1}`,
      fields: {
        audience: audience.key,
        number: number + 1,
        subject: `Bulletin ${number + 1}: known issues and fixes`,
        intro: intros.at(-1) ?? null,
      },
      at: Math.min(calendar.now, calendar.goLiveAt + 20 * 24 * hour),
      by: changeManager.name,
    }
  }
}

/** When it was told, up to now. */
function sendingsOf({ due, first }: StoryAudience, calendar: Calendar): { day: number; sentAt: Instant }[] {
  const isDue = ({ day, working }: DemoDay) => working && due.includes(weekdayOf(day))
  return calendar.days
    .map((one, day) => {
      const isLate = day >= lateDays.from && day <= lateDays.to
      const sentAt = calendar.goLiveAt + (day * 24 + (isLate ? lateHour : sentHour)) * hour
      return { day, sentAt, isSent: day === first || (day > first && isDue(one)) }
    })
    .filter(({ isSent, sentAt }) => isSent && sentAt < calendar.now)
}

interface ToldLine {
  readonly section: BulletinSection
  readonly issue: ToldIssue
}

function linesAt(issues: readonly ToldIssue[], before: Instant, at: Instant): ToldLine[] {
  const known = issues.filter((issue) => issue.at <= at && issue.fixedAt > at).slice(-mostTold)
  const fixed = issues.filter((issue) => issue.at <= at && issue.fixedAt > before && issue.fixedAt <= at)
  return [
    ...known.map((issue): ToldLine => ({ section: 'known', issue })),
    ...fixed.map((issue): ToldLine => ({ section: 'fixed', issue })),
  ]
}

function contentOf(subject: string, intro: string, lines: readonly ToldLine[]): BulletinContent {
  const items = (wanted: BulletinSection): BulletinItem[] =>
    lines
      .filter(({ section }) => section === wanted)
      .map(({ section, issue: { title, text, workaround } }) => ({
        title,
        text,
        workaround: section === 'known' ? workaround : '',
        ride: '',
      }))
  const sections = (['known', 'fixed'] as const).map((section) => ({ section, items: items(section) }))
  return { subject, intro, sections: sections.filter(({ items }) => items.length > 0), closing: '' }
}
