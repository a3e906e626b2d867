/** Whether every word of the query begins a word of the text, whatever the case. */
export function matches(query: string, text: string): boolean {
  const words = text.toLocaleLowerCase('en').split(/\s+/)
  return query
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)))
}
