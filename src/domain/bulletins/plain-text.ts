import { harmless } from '../exporting/formula'
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

/** The bulletin as plain text, for mails and for reading: no line of it begins a formula in a spreadsheet. */
export function bulletinText(content: BulletinContent, { heading }: { readonly heading: boolean }): string {
  const { subject, intro, sections, closing } = content
  const parts = [
    heading ? harmless(plainLine(subject)) : '',
    paragraph(intro),
    ...sections.map(({ section, items }) =>
      [sectionWords[section], ...items.map((item, place) => itemText(item, place + 1))].join('\n\n'),
    ),
    itemCount(content) === 0 ? nothingToTell : '',
    paragraph(closing),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const paragraph = (text: string) => plainLines(text).map(harmless).join('\n')

/** Every part after the title stands under it, and what it begins with is ours. */
const indented = (lead: string, text: string) =>
  plainLines(text).map((line, place) =>
    `   ${place === 0 ? lead : ''}${line === '' ? '' : harmless(line)}`.trimEnd(),
  )

function itemText({ title, text, workaround, ride }: BulletinItem, number: number): string {
  return [
    `${number}. ${plainLine(title)}`,
    ...(hasWords(text) ? indented('', text) : []),
    ...(hasWords(workaround) ? indented(`${workaroundLead} `, workaround) : []),
    ...(hasWords(ride) ? [`   ${rideLead} ${plainLine(ride)}`] : []),
  ].join('\n')
}
