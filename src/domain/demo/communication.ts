import type { BulletinContent, BulletinItem } from '../bulletins/content'
import { bulletinText } from '../bulletins/plain-text'
import type { BulletinSection } from '../model/bulletin'
import type { Fields, Instant } from '../model/value'
import { changeManager } from './cast'
import type { DemoIntent } from './issues'
import { type Calendar, hour } from './timing'
import type { ToldIssue } from './user-words'

interface StoryAudience {
  readonly key: string
  readonly name: string
  readonly to: readonly string[]
  readonly units: readonly string[]
  readonly due: readonly string[]
  /** Days after go-live on which it was sent a bulletin. */
  readonly sent: readonly number[]
}

const audiences: readonly StoryAudience[] = [
  {
    key: 'all users',
    name: 'All users',
    to: ['crm-users@meridian-water.example'],
    units: [],
    due: ['tue', 'thu'],
    sent: [0, 2, 4, 7, 9, 14, 16, 18],
  },
  {
    key: 'customer centres',
    name: 'Customer centres',
    to: ['centre-north@meridian-water.example', 'centre-south@meridian-water.example'],
    units: ['Customer Centre North', 'Customer Centre South'],
    due: ['mon'],
    sent: [1, 7, 14],
  },
]

const intros = [
  'Thank you for your patience in the first days. This is what we know and what helps until it is mended.',
  'This is where we stand today. Your floor walkers know each of these points and help on the spot.',
  'Calmer days: most of what held you up last week is mended. What is left is below.',
] as const

const dueTime = '16:00'
const sentHour = 9.5
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

/** Three weeks of bulletins, each telling what was known at its hour, and one that is being written. */
export function* communication(calendar: Calendar, told: Iterable<ToldIssue>): Generator<DemoIntent> {
  const issues = [...told].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  for (const audience of audiences) {
    const own = issues.filter(({ unit }) => audience.units.length === 0 || audience.units.includes(unit))
    let before = Number.NEGATIVE_INFINITY
    let number = 0
    for (const day of audience.sent) {
      const sentAt = calendar.goLiveAt + (day * 24 + sentHour) * hour
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
    if (audience.units.length > 0) continue
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
