import type { PaletteItem } from '../../view-state/palette'

/** Whether every word of the query begins a word of the text, whatever the case. */
export function matches(query: string, text: string): boolean {
  const words = text.toLocaleLowerCase('en').split(/[\s:]+/)
  return query
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)))
}

/** How near a line comes to what was typed, the smaller the nearer: its very name, its beginning, or a part of it. */
export function distance(query: string, { title, called }: PaletteItem): number {
  const typed = query.toLocaleLowerCase('en')
  if (called?.toLocaleLowerCase('en') === typed) return 0
  return title.toLocaleLowerCase('en').startsWith(typed) ? 1 : 2
}

/** The lines that the query means. */
export const matching = (query: string, items: readonly PaletteItem[]): readonly PaletteItem[] =>
  items.filter(({ title, words = '' }) => matches(query, `${title} ${words}`))
