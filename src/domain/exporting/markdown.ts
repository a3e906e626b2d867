const breaks = /\s*[\r\n\u2028\u2029]+\s*/g
const marks = /[\\`*_{}[\]<>|~&@]/g
/** What some readers make links of by themselves. */
const links = /:(?=\/\/)|(?<=\bwww)\./gi
const heading = /^[#+=-]/
const numbered = /^(\d+)([.)])/

/** Text in one line of a Markdown file, as words: nothing in it is a mark, a link or a tag. */
export function asMarkdown(text: string): string {
  return text
    .trim()
    .replace(breaks, ' / ')
    .replace(marks, '\\$&')
    .replace(links, '\\$&')
    .replace(heading, '\\$&')
    .replace(numbered, '$1\\$2')
}
