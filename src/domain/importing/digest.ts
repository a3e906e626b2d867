const prime = 0x0100_0193

/**
 * A short fingerprint of a text, 16 hexadecimal digits: two FNV-1a hashes with different starts. Only for
 * telling apart what one file holds; nothing rests on its being hard to forge.
 */
export function digestOf(text: string): string {
  let first = 0x811c_9dc5
  let second = 0x1b87_3593
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    first = Math.imul(first ^ unit, prime)
    second = Math.imul(second ^ (unit + index), prime)
  }
  return hex(first) + hex(second)
}

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')
