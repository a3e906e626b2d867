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

/**
 * The bulletin as rich text, for the clipboard and mails: paragraphs that every mail program shows alike. Items are
 * numbered in words, because a list that is pasted into a spreadsheet loses its numbers and a title its harmlessness.
 */
export function bulletinHtml(content: BulletinContent, { heading }: { readonly heading: boolean }): string {
  const { subject, intro, sections, closing } = content
  return [
    heading ? `<h1>${escaped(harmless(plainLine(subject)))}</h1>` : '',
    ...paragraphs(intro),
    ...sections.flatMap(({ section, items }) => [
      `<h2>${sectionWords[section]}</h2>`,
      ...items.map((item, place) => itemHtml(item, place + 1)),
    ]),
    itemCount(content) === 0 ? `<p>${nothingToTell}</p>` : '',
    ...paragraphs(closing),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** A whole page, for a file. It loads nothing and runs nothing. */
export function bulletinPage(content: BulletinContent): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(plainLine(content.subject))}</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem }</style>
</head>
<body>
${bulletinHtml(content, { heading: true })}
</body>
</html>
`
}

function itemHtml({ title, text, workaround, ride }: BulletinItem, number: number): string {
  return [
    `<p><strong>${number}. ${escaped(plainLine(title))}</strong>`,
    hasWords(text) && broken(text),
    hasWords(workaround) && `<em>${workaroundLead}</em> ${broken(workaround)}`,
    hasWords(ride) && `<em>${rideLead}</em> ${escaped(plainLine(ride))}`,
  ]
    .filter(Boolean)
    .join('<br>\n')
    .concat('</p>')
}

function paragraphs(text: string): string[] {
  return plainLines(text)
    .join('\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${broken(paragraph)}</p>`)
}

/** A line break begins a new cell where it is pasted into a spreadsheet. */
const broken = (text: string) =>
  plainLines(text)
    .map((line) => escaped(harmless(line)))
    .join('<br>\n')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
