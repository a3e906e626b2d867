import type { Instant } from '../model/value'
import type { CommentDraft } from './draft'
import { partSeparator } from './json-records'

export type ReadMoment = (text: string) => Instant | undefined

const stampedPattern = /^([^;\n]{5,60});([^;\n]{0,200});([\s\S]*)$/u
const journalPattern = /^(\d[^\n]{9,30}?) - ([^\n(]{1,100}?)(?: \([^()\n]+\))?[ \t]*$/gmu

/** What stands where comments of the form `date;author;text` have their date. */
export function stampsIn(cell: string): string[] {
  if (cell === '') return []
  return cell.split(partSeparator).flatMap((part) => stampedPattern.exec(part)?.[1] ?? [])
}

/** Comments of one cell in the form `date;author;text`. A cell in any other form is one comment as it stands. */
export function stampedComments(cell: string, momentOf: ReadMoment): CommentDraft[] {
  return cell.split(partSeparator).flatMap((part): CommentDraft[] => {
    if (part.trim() === '') return []
    const match = stampedPattern.exec(part)
    const writtenAt = match ? momentOf(match[1] ?? '') : undefined
    if (!match || writtenAt === undefined)
      return [{ author: undefined, writtenAt: undefined, text: part.trim() }]
    const text = (match[3] ?? '').trim()
    return text === '' ? [] : [{ author: match[2]?.trim() || undefined, writtenAt, text }]
  })
}

/** Entries of a journal cell: a line `time - author (kind)`, then the text until the next such line. */
export function journalComments(cell: string, momentOf: ReadMoment): CommentDraft[] {
  const heads = [...cell.matchAll(journalPattern)].filter((head) => momentOf(head[1] ?? '') !== undefined)
  if (heads.length === 0)
    return cell.trim() === '' ? [] : [{ author: undefined, writtenAt: undefined, text: cell.trim() }]
  return heads.flatMap((head, index): CommentDraft[] => {
    const text = cell.slice(head.index + head[0].length, heads[index + 1]?.index).trim()
    return text === ''
      ? []
      : [{ author: head[2]?.trim() || undefined, writtenAt: momentOf(head[1] ?? ''), text }]
  })
}
