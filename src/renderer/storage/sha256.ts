/** SHA-256 of bytes, in hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The same of a text, as UTF-8. */
export function sha256OfText(text: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(text))
}
