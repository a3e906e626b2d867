import type { Instant } from '../model/value'
import { Sorted } from './sorted'

/** Something that holds from one moment until, but not at, another. */
export interface Spell {
  readonly from: Instant
  readonly until: Instant
}

/**
 * Which spells hold at a moment. Asked of one moment after the other it goes on from the last, so that a whole history
 * costs one pass.
 */
export class Spells<S extends Spell> {
  private readonly all: readonly S[]
  private holding: S[] = []
  private next = 0
  private asked = -Infinity

  private constructor({ all }: Sorted<S>) {
    this.all = all
  }

  /** In steps. */
  static *of<S extends Spell>(spells: readonly S[]): Generator<void, Spells<S>> {
    return new Spells(yield* Sorted.of(spells, ({ from }) => from))
  }

  at(instant: Instant): readonly S[] {
    if (instant < this.asked) {
      this.holding = []
      this.next = 0
    }
    this.asked = instant
    const holding = this.holding.filter(({ until }) => until > instant)
    for (let spell = this.all[this.next]; spell && spell.from <= instant; spell = this.all[++this.next])
      if (spell.until > instant) holding.push(spell)
    this.holding = holding
    return holding
  }
}
