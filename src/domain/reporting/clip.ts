const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** One character on paper may be many code units (a flag, a stack of accents): this many are looked at for each. */
const unitsLookedAt = 16

/**
 * Text for one place on a page: on one line, at most `limit` characters as people count them, with an ellipsis
 * where something was left out. What the text says (markup, scripts) is none of its business.
 */
export function clip(text: string, limit: number): string {
  const looked = text.slice(0, limit * unitsLookedAt)
  const tidy = looked.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (tidy.length <= limit && looked.length === text.length) return tidy
  const kept: string[] = []
  for (const { segment } of graphemes.segment(tidy)) {
    if (kept.length === limit) return `${kept.slice(0, -1).join('').trimEnd()}…`
    kept.push(segment)
  }
  return looked.length < text.length
    ? `${kept
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : tidy
}
