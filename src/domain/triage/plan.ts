import type { Intent } from '../merge/intent'

/** What a command wants written, and how the list of changes will call it. No intents: nothing would change. */
export interface Planned {
  readonly ok: true
  readonly label: string
  readonly intents: readonly Intent[]
}

/** Why a command cannot be done, in a sentence for the person who asked. */
export interface Refused {
  readonly ok: false
  readonly reason: string
  /** Nothing is wrong: it was there already. */
  readonly isPlainFact?: true
}

export function planned(label: string, intents: readonly Intent[]): Planned {
  return { ok: true, label, intents: intents.filter(({ fields }) => Object.keys(fields).length > 0) }
}

export function refused(reason: string): Refused {
  return { ok: false, reason }
}

/** There is nothing to do, and the sentence says why; that is no mistake of anybody. */
export function nothingToDo(reason: string): Refused {
  return { ok: false, reason, isPlainFact: true }
}

/** Several plans as one change, undone together; the first refusal refuses them all. */
export function together(label: string, plans: readonly (Planned | Refused)[]): Planned | Refused {
  const refusal = plans.find((plan) => !plan.ok)
  if (refusal) return refusal
  return planned(
    label,
    plans.flatMap((plan) => (plan.ok ? plan.intents : [])),
  )
}
