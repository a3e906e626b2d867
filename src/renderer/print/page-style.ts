import type { PaperSize } from '@contract/terms'
import { clip } from '@domain/reporting/clip'
import type { CommonPack } from '@domain/reporting/pack'

const sizes: Readonly<Record<PaperSize, string>> = { a4: 'A4 portrait', letter: 'letter portrait' }

/** Characters that stay on one line beside the page number. */
const marginRoom = 90

/** What the margins tell of. */
type Heading = Pick<CommonPack, 'asOfText' | 'zoneText' | 'engagement' | 'withheld'>

/** The sheet itself: its size, and what is written in its margins, which differ from pack to pack. */
export function pageStyle(pack: Heading, paper: PaperSize): CSSStyleSheet {
  const { asOfText, zoneText, engagement, withheld } = pack
  const about = [`Data as of ${asOfText}, ${zoneText}`, withheld]
  const whose = clip([engagement.client, engagement.name].filter(Boolean).join(' · '), marginRoom)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page {
    size: ${sizes[paper]};
    @top-left { content: ${cssString(about.filter(Boolean).join(' · '))}; }
    @bottom-left { content: ${cssString(whose)}; }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); }
  }`)
  return sheet
}

/** A string for a style sheet; whatever a name is made of cannot end it early. */
export function cssString(text: string): string {
  const escaped = text.replace(
    /["\\<\p{Cc}]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped}"`
}
