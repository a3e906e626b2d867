/**
 * How searching and sorting read text: what people take for the same word is the same word, whatever keyboard
 * or tracker it came from.
 */

const plainText = /^[\0-\x7f]*$/
const unmarked: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
}

/** Lower case, without diacritics, compatibility forms (full width, ligatures) made plain. */
export function fold(text: string): string {
  if (plainText.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[ßæœøłđðı]/gu, (letter) => unmarked[letter] ?? letter)
}

/** Words longer than this are told apart by their beginning only: no cell can fill the vocabulary. */
export const longestWord = 64

// A run of letters and digits, with single joiners inside: `TES-25`, `anna@client.example`, `4.2.1`. Scripts that
// write no spaces give one word per character.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+(?:[-_.@/:'](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+)*/gu
const plainWordPattern = /[a-z0-9]+(?:[-_.@/:'][a-z0-9]+)*/g
const joiner = /[-_.@/:']/

/** Words as typed into a search box, folded: `TES-25` stays whole. */
export function wordsOf(text: string): string[] {
  const folded = fold(text)
  const words = folded.match(plainText.test(folded) ? plainWordPattern : wordPattern) ?? []
  return words.map((word) => word.slice(0, longestWord))
}

/** Words under which a text is found: those of `wordsOf`, and the parts of joined ones. May repeat. */
export function indexedWordsOf(text: string): string[] {
  const words: string[] = []
  for (const word of wordsOf(text)) {
    words.push(word)
    if (joiner.test(word)) words.push(...word.split(joiner).filter((part) => part !== ''))
  }
  return words
}

const sortedLength = 200
const digits = /\d+/g
const numberWidth = 12

/** A key that sorts text by plain comparison: folded, numbers by their value (`TES-9` before `TES-10`). */
export function sortKeyOf(text: string): string {
  const folded = fold(text.slice(0, sortedLength))
  return folded.replace(digits, (number) => number.padStart(numberWidth, '0'))
}
