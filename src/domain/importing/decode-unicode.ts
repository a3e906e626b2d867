export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const probeLength = 65_536

/**
 * Text of bytes in Unicode, or undefined when they are in something older. A byte order mark decides; then zero
 * bytes in every other place (UTF-16); then whether it is UTF-8, but for a broken character or two.
 */
export function decodeUnicode(bytes: Uint8Array): Decoded | undefined {
  const marked = markedEncoding(bytes) ?? zeroPattern(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(wholeUnits(bytes, marked)), encoding: marked }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes)
    return isNearlyUtf8(lenient) ? { text: lenient, encoding: 'utf-8' } : undefined
  }
}

function markedEncoding([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/** Half a letter at the end of a file that was cut off is none, and no record of its own. */
function wholeUnits(bytes: Uint8Array, encoding: string): Uint8Array {
  return encoding === 'utf-8' ? bytes : bytes.subarray(0, bytes.length & ~1)
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
