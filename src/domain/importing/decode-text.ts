import { otherAlphabet } from './adapters/charset'
import { ImportProblem } from './problem'

export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const probeLength = 65_536

/**
 * Text of a file. A byte order mark decides; then zero bytes in every other place (UTF-16); then whether it is
 * flawless UTF-8; else it was written by something old, which in this field means Windows-1252.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): Decoded {
  if (encoding) return { text: decodeAs(encoding, bytes), encoding: encoding.toLowerCase() }
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' }
  if (a === 0xff && b === 0xfe) return { text: decodeAs('utf-16le', bytes), encoding: 'utf-16le' }
  if (a === 0xfe && b === 0xff) return { text: decodeAs('utf-16be', bytes), encoding: 'utf-16be' }
  const wide = zeroPattern(bytes)
  if (wide) return { text: decodeAs(wide, bytes), encoding: wide }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes)
    if (isNearlyUtf8(lenient)) return { text: lenient, encoding: 'utf-8' }
    const name = otherAlphabet(bytes.subarray(0, probeLength)) ?? 'windows-1252'
    return { text: decodeAs(name, bytes), encoding: name }
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder(encoding).decode(bytes)
    return encoding.toLowerCase() === 'windows-1252'
      ? text.replace(/[\u0080-\u009f]/g, westernCharacter)
      : text
  } catch {
    throw new ImportProblem(
      'unsupported-file',
      `The encoding “${encoding}” is not known. Choose utf-8, windows-1252 or utf-16le.`,
      {
        encoding,
      },
    )
  }
}

/**
 * Windows-1252 differs from Latin-1 in these 32 characters, which the decoder of Node 20 leaves as control
 * characters. Where a decoder does it right, nothing is left to replace.
 */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function westernCharacter(character: string): string {
  return western[character.charCodeAt(0) - 0x80] ?? character
}

/** A file cut off or patched by hand has a broken character or two among many whole ones. */
function isNearlyUtf8(text: string): boolean {
  const broken = text.match(/\ufffd+/g)?.length ?? 0
  const whole = text.match(/[\u0080-\ufffc]+/g)?.length ?? 0
  return broken <= 3 && whole >= broken * 4
}

/** Mostly Latin text in UTF-16 has a zero in nearly every second byte, and hardly any in the others. */
function zeroPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, probeLength) & ~1
  if (length < 4) return undefined
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return undefined
}
