import type { CriterionState } from '@domain/exit/measure'
import type { MarkShape, MarkTone } from '../../ui/mark'

export const stateLooks: Readonly<
  Record<CriterionState, { readonly tone: MarkTone; readonly shape: MarkShape }>
> = {
  met: { tone: 'ok', shape: 'tick' },
  'not-met': { tone: 'danger', shape: 'cross' },
  unmeasured: { tone: 'neutral', shape: 'ring' },
}
