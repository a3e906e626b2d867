import type { Intent } from '../merge/intent'
import type { Instant } from '../model/value'

/** What somebody types about a decision that is needed. `neededBy` is a day or ''. */
export interface DecisionText {
  readonly title: string
  readonly askedOf: string
  readonly neededBy: string
  readonly detail: string
}

const orNothing = (text: string) => text.trim() || null

/** Asks for a decision, or words one anew. `key` is the row's, or a fresh random one. */
export function askFor(key: string, { title, askedOf, neededBy, detail }: DecisionText): Intent {
  return {
    entity: 'decision',
    key,
    fields: {
      title: title.trim(),
      askedOf: orNothing(askedOf),
      neededBy: neededBy === '' ? null : neededBy,
      detail: orNothing(detail),
      status: 'needed',
    },
  }
}

export function markMade(key: string, outcome: string, now: Instant): Intent {
  return {
    entity: 'decision',
    key,
    fields: { status: 'made', outcome: orNothing(outcome), madeAt: now },
  }
}

export function removeDecision(key: string): Intent {
  return { entity: 'decision', key, fields: { removed: true } }
}
