import * as z from 'zod/mini'
import { canonicalJson } from '../merge/canonical-json'
import type { FigureSummary } from '../reporting/figures'

const frozenFigure = z.object({ id: z.string(), label: z.string(), display: z.string() })
const frozenCriterion = z.object({ id: z.string(), label: z.string(), state: z.string(), actual: z.string() })
const frozenSchema = z.object({
  figures: z.array(frozenFigure).check(z.maxLength(2_000)),
  criteria: z.array(frozenCriterion).check(z.maxLength(500)),
})

export type FrozenFigure = z.infer<typeof frozenFigure>
/** A criterion as the scorecard told it. Without the one that asks for the signature: signing would change it. */
export type FrozenCriterion = z.infer<typeof frozenCriterion>
/** What a sponsor signs under, in words. */
export type Frozen = z.infer<typeof frozenSchema>

/** Figures that signing itself changes. */
const changedBySigning: ReadonlySet<string> = new Set(['exit-sign-off', 'exit-criteria-met'])

/** Figures that tell of this laptop's knowledge and not of the engagement are none that anybody signs. */
export function frozenOf(
  figures: readonly Pick<FigureSummary, 'id' | 'label' | 'display' | 'unit'>[],
  criteria: readonly FrozenCriterion[],
): Frozen {
  return {
    figures: figures
      .filter(({ id, unit }) => unit !== 'laptops' && !changedBySigning.has(id))
      .map(({ id, label, display }) => ({ id, label, display })),
    criteria: criteria.map(({ id, label, state, actual }) => ({ id, label, state, actual })),
  }
}

export function frozenText(frozen: Frozen): string {
  return canonicalJson(frozen)
}

/** What was stored, possibly by another program; undefined where it is not readable. */
export function readFrozen(stored: string | null | undefined): Frozen | undefined {
  if (!stored) return undefined
  try {
    const parsed = z.safeParse(frozenSchema, JSON.parse(stored))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
