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
    const name = otherAlphabet(bytes.subarray(0, probeLength)) ?? 'windows-1252'
    return { text: decodeAs(name, bytes), encoding: name }
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding).decode(bytes)
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
