import type { Evidence } from '@domain/exit/evidence'
import type { Reset } from '@domain/exit/measure'
import type { CriterionReading } from '@domain/exit/scorecard'
import { useCallback } from 'react'
import { useInTurns } from '../../view-state/use-in-turns'

export interface Opened {
  readonly id: string
  readonly reset: Reset | undefined
  readonly evidence: readonly Evidence[]
}

/** Who took a criterion back, and the issues that bear it out; undefined until they are found. */
export function useOpened(criterion: CriterionReading | undefined): Opened | undefined {
  const opened = useInTurns(
    useCallback(
      function* (): Generator<void, Opened | undefined> {
        if (!criterion) return undefined
        const reset = criterion.reset()
        yield
        return { id: criterion.id, reset, evidence: yield* criterion.evidence() }
      },
      [criterion],
    ),
  )
  // The same criterion of the day before stays until that of this day is there: nothing flickers.
  return opened?.id === criterion?.id ? opened : undefined
}
