import { begunAt } from '@domain/merge/apply'
import type { Row } from '@domain/merge/row'
import type { Decision } from '@domain/model/entities'
import { useRows } from '../../storage/queries'

export type DecisionRow = Row<Decision>

/** Decisions that somebody still has to make, the most urgent first; those without a day last. */
export function useNeededDecisions(): DecisionRow[] {
  return [...useRows('decision').values()].filter(isNeeded).sort(byDay)
}

/** Decisions that were made, the latest first. */
export function useMadeDecisions(): DecisionRow[] {
  return [...useRows('decision').values()]
    .filter((row) => row.values.removed !== true && !isNeeded(row))
    .sort((a, b) => (b.values.madeAt ?? 0) - (a.values.madeAt ?? 0))
}

function isNeeded({ values }: DecisionRow): boolean {
  return values.removed !== true && values.status !== 'made'
}

function byDay(a: DecisionRow, b: DecisionRow): number {
  const [first, second] = [a.values.neededBy || '~', b.values.neededBy || '~']
  if (first === second) return begunAt(a) - begunAt(b)
  return first < second ? -1 : 1
}
