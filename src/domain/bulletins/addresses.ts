const longestAddress = 320
/** One address and nothing else: no name, no second one, nothing that could end a header. */
const address = /^[^\s<>()[\],;:"\\@\p{C}]+@[^\s<>()[\],;:"\\@\p{C}]+$/u

export function isAddress(text: string): boolean {
  return text.length <= longestAddress && address.test(text)
}

/** What was typed or pasted, address by address: one a line, or as mail programs list them. */
export function typedAddresses(text: string): string[] {
  const typed = text
    .split(/[\n,;]+/)
    .map((part) => /<([^<>]*)>\s*$/.exec(part)?.[1] ?? part)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return [...new Set(typed)]
}
