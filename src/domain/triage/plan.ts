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
}

export function planned(label: string, intents: readonly Intent[]): Planned {
  return { ok: true, label, intents: intents.filter(({ fields }) => Object.keys(fields).length > 0) }
}

export function refused(reason: string): Refused {
  return { ok: false, reason }
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
