import { asMarkdown } from '../exporting/markdown'
import { formatDay, formatInstant, formatZone } from '../time/format'
import { type About, aboutId, topicWords } from './about'
import { isOpenLine, lineWords, type SaidLine } from './lines'
import type { StandupRecord } from './record'

export interface MarkdownNames {
  readonly zone: string
  readonly person: (key: string) => string
  /** How an issue is called. */
  readonly issue: (key: string) => string
}

/** The minutes of a standup. Whatever anybody typed stands in them as words, never as marks. */
export function standupMarkdown(
  record: StandupRecord,
  lines: readonly SaidLine[],
  roundUp: string,
  names: MarkdownNames,
): string {
  const said = lines.filter(({ standup }) => standup === record.key)
  const openBefore = lines.filter(
    (line) =>
      line.kind === 'action' &&
      line.standup !== record.key &&
      line.at <= record.startedAt &&
      isOpenLine(line),
  )
  const subjects = new Map<string, About>(said.map(({ about }) => [aboutId(about), about]))
  const blocks = [
    `# Standup ${formatDay(record.day)}`,
    paragraph([
      `Led by ${record.leaders.map(asMarkdown).join(' and ')}, ${spanText(record, names.zone)}.`,
      record.here.size > 0 &&
        `There: ${[...record.here]
          .map((person) => asMarkdown(names.person(person)))
          .sort()
          .join(', ')}.`,
    ]),
    roundUp !== '' && section(topicWords['round-up'], roundUp.split('\n').map(asMarkdown)),
    ...[...subjects.values()]
      .sort((a, b) => Number(a.kind === 'topic') - Number(b.kind === 'topic'))
      .map((about) => {
        const own = said.filter((line) => aboutId(line.about) === aboutId(about))
        return section(
          headingOf(about, names),
          own.map((line) => lineText(line, names)),
        )
      }),
    openBefore.length > 0 &&
      section(
        'Actions still open from before',
        openBefore.map((line) => lineText(line, names)),
      ),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function spanText({ startedAt, endedAt }: StandupRecord, zone: string): string {
  const from = formatInstant(startedAt, zone).slice(-5)
  const to = endedAt === undefined ? '' : ` to ${formatInstant(endedAt, zone).slice(-5)}`
  return `${from}${to}, ${asMarkdown(formatZone(startedAt, zone))}`
}

const headingOf = (about: About, { person }: MarkdownNames) =>
  asMarkdown(about.kind === 'person' ? person(about.person) : topicWords[about.topic])

const paragraph = (sentences: readonly (string | false)[]) => sentences.filter(Boolean).join(' ')

const section = (heading: string, items: readonly string[]) =>
  `## ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}`

function lineText(line: SaidLine, { person, issue }: MarkdownNames): string {
  const { kind, owner, dueOn, doneAt } = line
  const marks = [
    owner !== undefined && asMarkdown(person(owner)),
    dueOn !== undefined && `by ${formatDay(dueOn)}`,
    line.issue !== undefined && asMarkdown(issue(line.issue)),
    doneAt !== undefined && (kind === 'blocker' ? 'out of the way' : 'done'),
  ].filter(Boolean)
  const word = kind === 'note' ? '' : `**${lineWords[kind]}:** `
  return `${word}${asMarkdown(line.text)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
}
