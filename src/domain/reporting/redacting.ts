/** A text without what its readers may not read. */
export type Redact = (text: string) => string

/** A word of any language, in texts that put spaces between them. */
export const word = /[\p{L}\p{M}\p{N}]+/gu
/** Written without spaces between words, so that what is looked for is found wherever it stands. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

export function foldedWord(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
