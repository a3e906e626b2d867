/** A set of positions below `size`, one bit each. */
export class Bits {
  readonly words: Uint32Array

  constructor(readonly size: number) {
    this.words = new Uint32Array(Math.ceil(size / 32))
  }

  add(position: number): void {
    const word = position >>> 5
    this.words[word] = (this.words[word] ?? 0) | (1 << (position & 31))
  }

  delete(position: number): void {
    const word = position >>> 5
    this.words[word] = (this.words[word] ?? 0) & ~(1 << (position & 31))
  }

  has(position: number): boolean {
    return (((this.words[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1
  }

  /** Keeps only what `other` has too. Sizes must be equal. */
  keepOnly(other: Bits): void {
    for (let word = 0; word < this.words.length; word++) {
      this.words[word] = (this.words[word] ?? 0) & (other.words[word] ?? 0)
    }
  }

  /** Keeps only positions for which `keeps` is true. */
  filter(keeps: (position: number) => boolean): void {
    for (let word = 0; word < this.words.length; word++) {
      let left = this.words[word] ?? 0
      let kept = left
      while (left !== 0) {
        const bit = 31 - Math.clz32(left & -left)
        if (!keeps((word << 5) | bit)) kept &= ~(1 << bit)
        left &= left - 1
      }
      this.words[word] = kept
    }
  }

  /** Keeps only positions whose code is allowed. What `filter` does, without a call for each of 100,000 issues. */
  keepCoded(codes: Uint32Array, allowed: Uint8Array): void {
    const { words } = this
    for (let word = 0; word < words.length; word++) {
      let left = words[word] ?? 0
      let kept = left
      while (left !== 0) {
        const bit = 31 - Math.clz32(left & -left)
        if (allowed[codes[(word << 5) | bit] ?? 0] !== 1) kept &= ~(1 << bit)
        left &= left - 1
      }
      words[word] = kept
    }
  }

  /** The positions of `order` that are in the set, in that order. */
  inOrder(order: Uint32Array): Uint32Array<ArrayBuffer> {
    const { words } = this
    const positions = new Uint32Array(this.count())
    let place = 0
    for (let index = 0; index < order.length; index++) {
      const position = order[index] ?? 0
      if ((((words[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1) positions[place++] = position
    }
    return positions
  }

  count(): number {
    let count = 0
    for (let bits of this.words) {
      bits -= (bits >>> 1) & 0x55555555
      bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
      count += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
    }
    return count
  }
}
