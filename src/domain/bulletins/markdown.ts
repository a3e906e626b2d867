import {
  type BulletinContent,
  type BulletinItem,
  hasWords,
  itemCount,
  nothingToTell,
  plainLine,
  plainLines,
  rideLead,
  sectionWords,
  workaroundLead,
} from './content'

/** The bulletin as Markdown. What people wrote is text in it, never markup. */
export function bulletinMarkdown(content: BulletinContent): string {
  const { subject, intro, sections, closing } = content
  const parts = [
    `# ${escaped(plainLine(subject))}`,
    paragraph(intro, ''),
    ...sections.map(({ section, items }) =>
      [`## ${sectionWords[section]}`, ...items.map((item, place) => itemText(item, place + 1))].join('\n\n'),
    ),
    itemCount(content) === 0 ? nothingToTell : '',
    paragraph(closing, ''),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function itemText({ title, text, workaround, ride }: BulletinItem, number: number): string {
  const lead = `${number}. `
  const indent = ' '.repeat(lead.length)
  return [
    `${lead}**${escaped(plainLine(title))}**`,
    paragraph(text, indent),
    hasWords(workaround) && `${indent}*${workaroundLead}* ${paragraph(workaround, indent).trimStart()}`,
    hasWords(ride) && `${indent}*${rideLead}* ${escaped(plainLine(ride))}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Lines stay lines: each but the last ends in a hard break. An empty line begins a new paragraph. */
function paragraph(text: string, indent: string): string {
  if (!hasWords(text)) return ''
  const lines = plainLines(text).map(escaped)
  return lines
    .map((line, place) => {
      if (line === '') return ''
      const next = lines[place + 1]
      return `${indent}${line}${next ? '\\' : ''}`
    })
    .join('\n')
}

const markup = /[\\`*_[\]<>&|~#$]/g
/** What begins a list, or underlines a heading, at the beginning of a line. */
const beginning = /^[-+=:]/
const numbered = /^(\d+)([.)])/

function escaped(text: string): string {
  return text.replace(markup, '\\$&').replace(beginning, '\\$&').replace(numbered, '$1\\$2')
}
