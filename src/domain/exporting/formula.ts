/**
 * A spreadsheet runs a cell that begins like this, whatever wrote it and however it is quoted. Full-width signs
 * count as well where the program is set to an East Asian language.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u

/** Text that a spreadsheet would run begins with an apostrophe, which makes it text again. */
export function harmless(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}
