import { asMarkdown } from '../exporting/markdown'
import type { HandoverLinePart, HandoverSectionPart } from './handover-lines'
import type { HandoverPack } from './handover-pack'

/** The handover as a Markdown file. Whatever anybody typed stands in it as words, never as marks. */
export function handoverMarkdown({ engagement, asOfText, zoneText, handover }: HandoverPack): string {
  const { name, client, system } = engagement
  const blocks = [
    `# Handover: ${asMarkdown(name)}`,
    [client, system].filter(Boolean).map(asMarkdown).join(', '),
    `Data as of ${asMarkdown(asOfText)}, ${asMarkdown(zoneText)}. ${handover.percent}% complete: ${asMarkdown(handover.summary)}`,
    ...handover.sections.map(sectionText),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function sectionText({ heading, purpose, done, of, lines, count }: HandoverSectionPart): string {
  const more = count - lines.length
  return [
    `## ${asMarkdown(heading)} (${done} of ${of})`,
    asMarkdown(purpose),
    count === 0 ? 'None.' : lines.map(lineText).join('\n'),
    more > 0 && `and ${more} more, listed in the app`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** A list whose boxes say what is done: two spaces keep what belongs to a line with it. */
function lineText({ title, about, detail, workaround, isDone, answer, lacks }: HandoverLinePart): string {
  const below = [
    about.join('; '),
    workaround && `Way round it: ${workaround}`,
    detail,
    answer,
    lacks && `Missing: ${lacks}`,
  ]
  const own = below.filter(Boolean).map((said) => `  - ${asMarkdown(said)}`)
  return [`- [${isDone ? 'x' : ' '}] **${asMarkdown(title)}**`, ...own].join('\n')
}
