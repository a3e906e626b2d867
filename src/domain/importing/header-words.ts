/**
 * A header without what varies between exports of the same column: case, accents, spaces, underscores and a
 * type in brackets. `Created_At`, `created at` and `createdAt` are one.
 */
export function headerWord(header: string): string {
  return header
    .replace(/\s*\[(?:list|flag|txt|text|dec|int|num|date|rgx)\]\s*$/iu, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
