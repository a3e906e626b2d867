import type { Row } from '../merge/row'
import { type BulletinSection, bulletinSections } from '../model/bulletin'
import type { Bulletin, BulletinLine } from '../model/entities'
import { type BulletinContent, type BulletinItem, hasWords } from './content'
import type { PublicIssue } from './public-issue'

export type BulletinRow = Row<Bulletin>
/** A bulletin, whether it is written down already or not. */
export type BulletinHead = Pick<BulletinRow, 'key' | 'values'>
export type BulletinLineRow = Row<BulletinLine>

/** A line of a bulletin, with where its words come from. */
export interface ComposedLine extends BulletinItem {
  /** Key of its row, whether there is one yet or not. */
  readonly key: string
  /** Undefined for a line of no issue. */
  readonly issue: PublicIssue | undefined
  readonly row: BulletinLineRow | undefined
  readonly leftOut: boolean
  /** Says something else than the issue does. */
  readonly isEdited: boolean
  /** Has no title yet, and so is not told. */
  readonly isUntitled: boolean
}

export interface ComposedSection {
  readonly section: BulletinSection
  readonly lines: readonly ComposedLine[]
}

/** The row of a line about an issue: the same on every laptop, so that two who edit it edit the same. */
export const issueLineKey = (bulletin: string, issue: string) => `${bulletin}/${issue}`

/** Every line of a bulletin, also those that are left out, in the order of the page. */
export function composeLines(
  bulletin: string,
  issues: readonly PublicIssue[],
  rows: Iterable<BulletinLineRow>,
): ComposedSection[] {
  const own = [...rows].filter(({ values }) => values.bulletin === bulletin)
  const edited = new Map(own.map((row) => [row.key, row]))
  const sorted = [...issues].sort((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1))
  const added = own
    .filter(({ values }) => !values.issue && values.removed !== true)
    .sort((a, b) => a.heads.at(a.begun) - b.heads.at(b.begun) || (a.key < b.key ? -1 : 1))
  return bulletinSections.map((section) => ({
    section,
    lines: [
      ...sorted
        .filter((issue) => issue.section === section)
        .map((issue) => issueLine(issue, bulletin, edited.get(issueLineKey(bulletin, issue.key)))),
      ...added.filter(({ values }) => (values.section ?? 'also') === section).map(addedLine),
    ],
  }))
}

/** What the bulletin says: its lines without those that are left out or have no title. */
export function contentOf({ values }: BulletinHead, sections: readonly ComposedSection[]): BulletinContent {
  return {
    subject: values.subject ?? '',
    intro: values.intro ?? '',
    sections: sections
      .map(({ section, lines }) => ({ section, items: lines.filter(isTold).map(itemOf) }))
      .filter(({ items }) => items.length > 0),
    closing: values.closing ?? '',
  }
}

export const isTold = ({ leftOut, isUntitled }: ComposedLine) => !leftOut && !isUntitled

const nothingWritten: BulletinLine = {}

function issueLine(issue: PublicIssue, bulletin: string, row: BulletinLineRow | undefined): ComposedLine {
  const { title, text, workaround, leftOut } =
    row && row.values.removed !== true ? row.values : nothingWritten
  const line = {
    title: title || issue.title,
    text: text ?? issue.text,
    // What is fixed needs no way round it any more.
    workaround: workaround ?? (issue.section === 'fixed' ? '' : issue.workaround),
    ride: issue.ride,
  }
  return {
    ...line,
    key: issueLineKey(bulletin, issue.key),
    issue,
    row,
    leftOut: leftOut === true,
    isEdited: Boolean(title) || text != null || workaround != null,
    isUntitled: !hasWords(line.title),
  }
}

function addedLine(row: BulletinLineRow): ComposedLine {
  const { title, text, workaround, leftOut } = row.values
  return {
    key: row.key,
    issue: undefined,
    row,
    title: title ?? '',
    text: text ?? '',
    workaround: workaround ?? '',
    ride: '',
    leftOut: leftOut === true,
    isEdited: true,
    isUntitled: !hasWords(title ?? ''),
  }
}

const itemOf = ({ title, text, workaround, ride }: ComposedLine): BulletinItem => ({
  title,
  text,
  workaround,
  ride,
})
