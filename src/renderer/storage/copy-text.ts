/** Puts plain text where other programs paste it from. */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text)
}

/** The same as rich text, for programs that take it, and plain for all others. */
export function copyRichText(html: string, text: string): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })])
}
