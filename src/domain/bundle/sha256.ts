/**
 * SHA-256 of a stream. The platform's own digest wants all bytes at once, which a log of a million operations
 * on its way into a backup never is; where they are at hand (reading), the platform's is the faster one.
 */
export class Sha256 {
  private readonly state = Int32Array.of(
    0x6a09e667,
    0xbb67ae85,
    0x3c6ef372,
    0xa54ff53a,
    0x510e527f,
    0x9b05688c,
    0x1f83d9ab,
    0x5be0cd19,
  )
  private readonly words = new Int32Array(64)
  private readonly rounds = roundConstants()
  private readonly block = new Uint8Array(64)
  private filled = 0
  private length = 0

  update(bytes: Uint8Array): this {
    this.length += bytes.length
    let from = 0
    while (from < bytes.length) {
      if (this.filled === 0 && bytes.length - from >= 64) {
        this.compress(bytes, from)
        from += 64
        continue
      }
      const taken = Math.min(64 - this.filled, bytes.length - from)
      this.block.set(bytes.subarray(from, from + taken), this.filled)
      this.filled += taken
      from += taken
      if (this.filled === 64) {
        this.compress(this.block, 0)
        this.filled = 0
      }
    }
    return this
  }

  /** The digest in lower-case hex. Nothing may be added afterwards. */
  hex(): string {
    const bits = this.length * 8
    const padding = new Uint8Array((this.filled < 56 ? 56 : 120) - this.filled + 8)
    padding[0] = 0x80
    const tail = new DataView(padding.buffer, padding.length - 8)
    tail.setUint32(0, Math.floor(bits / 2 ** 32))
    tail.setUint32(4, bits % 2 ** 32)
    this.update(padding)
    return Array.from(this.state, (signed) => (signed >>> 0).toString(16).padStart(8, '0')).join('')
  }

  /** Takes in 64 bytes, from `at` on. */
  private compress(block: Uint8Array, at: number): void {
    const { words, state, rounds } = this
    for (let i = 0; i < 16; i++) {
      const b = at + i * 4
      words[i] =
        (byte(block, b) << 24) | (byte(block, b + 1) << 16) | (byte(block, b + 2) << 8) | byte(block, b + 3)
    }
    for (let i = 16; i < 64; i++) {
      const a = word(words, i - 15)
      const b = word(words, i - 2)
      const mixedA = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
      const mixedB = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
      words[i] = (word(words, i - 16) + mixedA + word(words, i - 7) + mixedB) | 0
    }
    let a = word(state, 0)
    let b = word(state, 1)
    let c = word(state, 2)
    let d = word(state, 3)
    let e = word(state, 4)
    let f = word(state, 5)
    let g = word(state, 6)
    let h = word(state, 7)
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g)
      const first =
        (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + word(rounds, i) + word(words, i)) | 0
      const majority = (a & b) ^ (a & c) ^ (b & c)
      const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    state[0] = word(state, 0) + a
    state[1] = word(state, 1) + b
    state[2] = word(state, 2) + c
    state[3] = word(state, 3) + d
    state[4] = word(state, 4) + e
    state[5] = word(state, 5) + f
    state[6] = word(state, 6) + g
    state[7] = word(state, 7) + h
  }
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by))
const word = (words: Int32Array, index: number) => words[index] as number
const byte = (bytes: Uint8Array, index: number) => bytes[index] as number

let rounds: Int32Array | undefined

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes; no start needs them. */
function roundConstants(): Int32Array {
  rounds ??= Int32Array.from(primes(64), (prime) => (Math.cbrt(prime) % 1) * 2 ** 32)
  return rounds
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
