const longestName = 200

/**
 * A file's name as it is kept and shown: one line, and without letters that nobody sees. Those that turn the direction
 * of writing round could make a program look like a picture.
 */
export function keptFileName(name: string): string {
  const seen = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (seen === '') return 'File'
  if (seen.length <= longestName) return seen
  const dot = seen.lastIndexOf('.')
  const ending = dot > 0 && seen.length - dot <= 16 ? seen.slice(dot) : ''
  return seen.slice(0, longestName - ending.length) + ending
}
