import { detect } from 'jschardet'

/** Encodings of other alphabets, as the detector calls them and as TextDecoder does. */
const otherAlphabets: ReadonlyMap<string, string> = new Map([
  ['windows-1251', 'windows-1251'],
  ['koi8-r', 'koi8-r'],
  ['cp932', 'shift_jis'],
  ['shift_jis', 'shift_jis'],
  ['euc-jp', 'euc-jp'],
  ['cp949', 'euc-kr'],
  ['euc-kr', 'euc-kr'],
  ['gb18030', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['big5', 'big5'],
])

/** Western European text scores a few hundredths for alphabets that are not its own. */
const convincing = 0.1

/** The encoding of bytes that are neither UTF-8 nor UTF-16, or undefined when only Western European fits. */
export function otherAlphabet(bytes: Uint8Array): string | undefined {
  const { encoding, confidence } = detect(bytes)
  return encoding && confidence >= convincing ? otherAlphabets.get(encoding.toLowerCase()) : undefined
}
