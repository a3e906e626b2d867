import { foldedWord, type Redact, unspaced, word } from './redacting'

const shortest = 2
/** So many words at its beginning are looked up at once. */
const lookedUp = 3
/** Shorter words alone are withheld only where they are written just so: `IT`, and not `it`. */
const tellingLength = 3

/**
 * Withholds whole phrases, whatever stands between their words and however they are written. A phrase of one word is
 * withheld with a capital or as it is spelled: the unit `Finance` is not given away by `finance`.
 */
export function redactPhrases(phrases: Iterable<string>, instead: string): Redact {
  const spelled = new Set<string>()
  const single = new Set<string>()
  const unbroken = new Set<string>()
  /** What follows the first words of longer ones, the longest first. */
  const several = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const said = phrase.trim()
    if (said.length < shortest) continue
    if (unspaced.test(said)) {
      unbroken.add(said)
      continue
    }
    const words = [...said.matchAll(word)].map(([written]) => written)
    const [only = ''] = words
    if (words.length > 1) addTo(several, words.map(foldedWord))
    else if (words.length === 1) {
      spelled.add(only)
      if (only.length >= tellingLength) single.add(foldedWord(only))
    }
  }
  for (const rests of several.values()) rests.sort((a, b) => b.length - a.length)
  const isAlone = (written: string, folded: string) =>
    spelled.has(written) || (single.has(folded) && written !== written.toLowerCase())
  return (text) => {
    let told = text
    for (const phrase of unbroken) if (told.includes(phrase)) told = told.replaceAll(phrase, instead)
    const found = [...told.matchAll(word)].map(({ 0: written, index }) => ({
      written,
      from: index,
      to: index + written.length,
      folded: foldedWord(written),
    }))
    let left = ''
    let from = 0
    for (let place = 0; place < found.length; place++) {
      const first = found[place]
      if (!first) break
      const words = wordsFrom(several, found, place) || (isAlone(first.written, first.folded) ? 1 : 0)
      const last = found[place + words - 1]
      if (words === 0 || !last) continue
      left += told.slice(from, first.from) + instead
      from = last.to
      place += words - 1
    }
    return left + told.slice(from)
  }
}

function addTo(several: Map<string, string[][]>, words: readonly string[]): void {
  const begin = words.slice(0, lookedUp).join(' ')
  const rest = words.slice(lookedUp)
  const known = several.get(begin)
  if (!known) several.set(begin, [rest])
  else if (!known.some((other) => other.join(' ') === rest.join(' '))) known.push(rest)
}

/** How many words the longest phrase that begins at a place has; 0 where none does. */
function wordsFrom(
  several: ReadonlyMap<string, readonly string[][]>,
  found: readonly { readonly folded: string }[],
  place: number,
): number {
  for (let size = lookedUp; size > 1; size--) {
    if (place + size > found.length) continue
    const begin = found
      .slice(place, place + size)
      .map(({ folded }) => folded)
      .join(' ')
    const rest = several
      .get(begin)
      ?.find((words) => words.every((folded, index) => found[place + size + index]?.folded === folded))
    if (rest) return size + rest.length
  }
  return 0
}
