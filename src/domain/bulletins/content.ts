import * as z from 'zod/mini'
import { type BulletinSection, bulletinSections } from '../model/bulletin'

const text = z.string()

const item = z.object({ title: text, text, workaround: text, ride: text })

/** What a bulletin says, in its parts. All of it is text, whatever it looks like. */
export const bulletinContentSchema = z.object({
  subject: text,
  intro: text,
  sections: z.array(z.object({ section: z.enum(bulletinSections), items: z.array(item) })),
  closing: text,
})
export type BulletinContent = z.infer<typeof bulletinContentSchema>
export type BulletinItem = z.infer<typeof item>

export const sectionWords: Readonly<Record<BulletinSection, string>> = {
  known: 'Known issues',
  coming: 'Fixes on their way',
  fixed: 'Fixed since the last bulletin',
  also: 'Also good to know',
}

/** What stands before the parts of an item that need a word. */
export const workaroundLead = 'What to do until then:'
export const rideLead = 'Comes with:'
export const nothingToTell = 'There is nothing new to tell.'

/** How many items a bulletin tells of. */
export function itemCount({ sections }: BulletinContent): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0)
}

/** Undefined where the text is not what a sending keeps: another version, or somebody else, has written it. */
export function readContent(json: string | null | undefined): BulletinContent | undefined {
  if (json == null) return undefined
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch {
    return undefined
  }
  const read = z.safeParse(bulletinContentSchema, input)
  return read.success ? read.data : undefined
}

/** Invisible characters that would break a line, end a cell or turn round the order of what is read. */
const unseen = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu

/** What people type before the points of a list; in a spreadsheet it would begin a formula. */
const typedPoint = /^[-+]\s+/

/** Text of any origin as it may stand in a bulletin: its lines, without what cannot be seen. */
export function plainLines(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unseen, ' ')
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(typedPoint, '• '))
}

/** The same where only one line has room. */
export function plainLine(text: string): string {
  return plainLines(text).join(' ').trim().replace(/\s+/gu, ' ')
}

/** Whether anybody would see something of it. */
export const hasWords = (text: string) => plainLine(text) !== ''
