import type { Row } from '../merge/row'
import type { BulletinSection } from '../model/bulletin'
import { type BulletinLine, fieldProblem } from '../model/entities'
import type { Fields, Instant, Value } from '../model/value'
import type { IssueRow } from '../triage/as-of'
import { calledKey } from '../triage/list-columns'
import { type Planned, planned, type Refused, refused } from '../triage/plan'
import { recipientsOf } from './audience-commands'
import {
  type BulletinHead,
  type BulletinRow,
  type ComposedLine,
  type ComposedSection,
  contentOf,
  isTold,
} from './compose'
import { itemCount } from './content'
import { audienceName } from './due'
import { bulletinText } from './plain-text'
import { type AudienceRow, type SendingRow, sendingsTo, wasSent } from './published'

/** What people do to bulletins: each takes what stands and what is wanted, and gives what to write or why not. */

/** The bulletin to an audience that is being written, where there is one. */
export function draftOf(
  audience: string,
  bulletins: Iterable<BulletinRow>,
  sendings: Iterable<SendingRow>,
): BulletinRow | undefined {
  const sent = new Set(
    [...sendings].filter(({ values }) => wasSent(values)).map(({ values }) => values.bulletin),
  )
  return [...bulletins]
    .filter(({ key, values }) => values.audience === audience && values.removed !== true && !sent.has(key))
    .sort((a, b) => (b.values.number ?? 0) - (a.values.number ?? 0))[0]
}

/** The bulletin that comes next to an audience, written by nobody yet: its key is its number. */
export function nextDraft(audience: AudienceRow, sendings: Iterable<SendingRow>): BulletinHead {
  const sent = sendingsTo(audience.key, sendings).map(({ values }) => values.number ?? 0)
  const number = Math.max(0, ...sent) + 1
  const subject = `Bulletin ${number}: known issues and fixes`
  return { key: `${audience.key}/${number}`, values: { audience: audience.key, number, subject } }
}

/** Begins the next bulletin to an audience. Two laptops that do so at the same time write one bulletin and not two. */
export function beginBulletin(
  audience: AudienceRow,
  bulletins: Iterable<BulletinRow>,
  sendings: Iterable<SendingRow>,
): Planned | Refused {
  const known = [...bulletins]
  const sent = [...sendings]
  if (draftOf(audience.key, known, sent))
    return refused('A bulletin to this audience is being written already.')
  const { key, values } = nextDraft(audience, sent)
  const wasRemoved = known.some((row) => row.key === key && row.values.removed === true)
  const fields: Fields = { ...values, ...(wasRemoved && { removed: false, intro: null, closing: null }) }
  return planned(`Bulletin ${values.number} to ${audienceName(audience)} begun`, [
    { entity: 'bulletin', key, fields },
  ])
}

export function removeBulletin(row: BulletinRow): Planned {
  return planned(`Bulletin ${row.values.number ?? ''} removed`, [
    { entity: 'bulletin', key: row.key, fields: { removed: true } },
  ])
}

export type BulletinText = 'subject' | 'intro' | 'closing'

const textWords: Readonly<Record<BulletinText, string>> = {
  subject: 'Subject',
  intro: 'Introduction',
  closing: 'Closing words',
}

export function editBulletin(row: BulletinRow, field: BulletinText, typed: string): Planned | Refused {
  const text = typed.trim()
  if (field === 'subject' && text === '') return refused('A bulletin needs a subject.')
  const value = text === '' ? null : text
  if ((row.values[field] ?? null) === value) return planned('Nothing changed', [])
  if (fieldProblem('bulletin', field, value)) return refused('The text is too long.')
  return planned(`${textWords[field]} of bulletin ${row.values.number ?? ''} changed`, [
    { entity: 'bulletin', key: row.key, fields: { [field]: value } },
  ])
}

export type LineText = 'title' | 'text' | 'workaround'

/** Says something else in one bulletin than the issue does; the issue's own words bring themselves back. */
export function editLine(
  bulletin: BulletinRow,
  line: ComposedLine,
  field: LineText,
  typed: string,
): Planned | Refused {
  const text = typed.trim()
  if (text === line[field].trim()) return planned('Nothing changed', [])
  if (fieldProblem('bulletinLine', field, text)) return refused('The text is too long.')
  const own = line.issue ? line.issue[field] : undefined
  const value = text === own || (field === 'title' && text === '') ? null : text
  return planned(`Line of bulletin ${bulletin.values.number ?? ''} changed`, [
    lineIntent(bulletin, line, { [field]: value }),
  ])
}

export function leaveOut(bulletin: BulletinRow, line: ComposedLine, leftOut: boolean): Planned {
  if (line.leftOut === leftOut) return planned('Nothing changed', [])
  const label = leftOut ? 'Line left out of' : 'Line taken into'
  return planned(`${label} bulletin ${bulletin.values.number ?? ''}`, [
    lineIntent(bulletin, line, { leftOut }),
  ])
}

/** @param key a fresh random key */
export function addLine(bulletin: BulletinRow, key: string, section: BulletinSection): Planned {
  return planned(`Line added to bulletin ${bulletin.values.number ?? ''}`, [
    { entity: 'bulletinLine', key, fields: { bulletin: bulletin.key, section } },
  ])
}

export function removeLine(bulletin: BulletinRow, line: Row<BulletinLine>): Planned {
  return planned(`Line taken out of bulletin ${bulletin.values.number ?? ''}`, [
    { entity: 'bulletinLine', key: line.key, fields: { removed: true } },
  ])
}

function lineIntent(bulletin: BulletinRow, { key, issue, row }: ComposedLine, fields: Fields) {
  return {
    entity: 'bulletinLine',
    key,
    fields: {
      ...(!row && { bulletin: bulletin.key, issue: issue?.key ?? null }),
      // What had been written into it was taken back with it.
      ...(row?.values.removed === true && {
        removed: false,
        title: null,
        text: null,
        workaround: null,
        leftOut: null,
      }),
      ...fields,
    },
  }
}

export interface Sending {
  /** A fresh random key. */
  readonly key: string
  readonly now: Instant
  readonly by: string
}

/** Keeps what was sent, when, and to whom. */
export function markSent(
  bulletin: BulletinRow,
  sections: readonly ComposedSection[],
  audience: AudienceRow,
  { key, now, by }: Sending,
): Planned | Refused {
  const content = contentOf(bulletin, sections)
  const untold = sections.flatMap(({ lines }) => lines).filter((line) => line.isUntitled && !line.leftOut)
  if (untold.length > 0)
    return refused(
      `${untold.length === 1 ? 'One line has' : `${untold.length} lines have`} no title for users yet. Write it, or leave the line out.`,
    )
  if (itemCount(content) === 0 && content.intro.trim() === '')
    return refused('There is nothing in this bulletin yet.')
  const text = bulletinText(content, { heading: false })
  const fields: Record<string, Value> = {
    bulletin: bulletin.key,
    audience: audience.key,
    number: bulletin.values.number ?? null,
    subject: content.subject,
    to: recipientsOf(audience.values).join('\n'),
    text,
    content: JSON.stringify(content),
    sentAt: now,
    sentBy: by,
  }
  for (const { section, lines } of sections)
    for (const line of lines) if (line.issue && isTold(line)) fields[`told:${line.issue.key}`] = section
  for (const field of ['text', 'content', 'to'])
    if (fieldProblem('bulletinSending', field, fields[field] ?? null))
      return refused('The bulletin is too long to be kept. Leave lines out, or shorten them.')
  return planned(`Bulletin ${bulletin.values.number ?? ''} to ${audienceName(audience)} marked as sent`, [
    { entity: 'bulletinSending', key, fields },
  ])
}

/** Marks an issue for bulletins, or takes the mark off. */
export function setPublish(row: IssueRow, publish: boolean): Planned {
  if ((row.values.publish === true) === publish) return planned('Nothing changed', [])
  const label = publish ? `${calledKey(row)} marked for bulletins` : `${calledKey(row)} kept out of bulletins`
  return planned(label, [{ entity: 'issue', key: row.key, fields: { publish } }])
}

/** Names an audience for an issue, or takes the name off; with none named, all that want to hear of it do. */
export function tellAudience(row: IssueRow, audience: AudienceRow, told: boolean): Planned {
  const field = `audience:${audience.key}` as const
  if ((row.values[field] === true) === told) return planned('Nothing changed', [])
  const label = told ? 'told to' : 'not told to'
  return planned(`${calledKey(row)} ${label} ${audienceName(audience)}`, [
    { entity: 'issue', key: row.key, fields: { [field]: told } },
  ])
}
