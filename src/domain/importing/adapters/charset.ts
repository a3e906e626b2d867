import * as jschardet from 'jschardet'

/** Encodings of other alphabets that look nothing like Windows-1252 and that every TextDecoder knows. */
const otherAlphabets: ReadonlySet<string> = new Set([
  'windows-1251',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'gb2312',
  'big5',
])

/** The encoding of bytes that are neither UTF-8 nor UTF-16, or undefined when only Western European fits. */
export function otherAlphabet(bytes: Uint8Array): string | undefined {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  const { encoding, confidence } = jschardet.detect(binary)
  const name = encoding?.toLowerCase()
  return name && confidence >= 0.95 && otherAlphabets.has(name) ? name : undefined
}
