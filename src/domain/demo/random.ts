/** Chance with a seed: the same seed tells the same story on every machine. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  /** Evenly from 0 up to, not including, 1. The generator is mulberry32: small, and even enough for a story. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** Spread so that each doubling is as likely as the next: most waits are short and a few are long. */
  wait(shortest: number, longest: number): number {
    return shortest * (longest / shortest) ** this.next()
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)] as T
  }

  /** One of the names, each as likely as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const names = Object.keys(weights) as T[]
    let left = this.next() * names.reduce((sum, name) => sum + weights[name], 0)
    for (const name of names) {
      left -= weights[name]
      if (left < 0) return name
    }
    return names.at(-1) as T
  }
}

/** Hands out each card once before any comes again, so that a small demo does not repeat itself. */
export class Deck<T> {
  private rest: T[] = []

  constructor(
    private readonly cards: readonly T[],
    private readonly random: Random,
  ) {}

  draw(): T {
    if (this.rest.length === 0) this.rest = [...this.cards]
    const place = this.random.between(0, this.rest.length - 1)
    return this.rest.splice(place, 1)[0] as T
  }
}
