import { type BoardRow, rotaBoard } from '@domain/rotation/rota-board'
import { useMemo } from 'react'
import { useRota } from '../../view-state/use-rota'
import type { Period } from './period'

/** The rows of a period of the open engagement's rota. */
export function useBoard(period: Period): readonly BoardRow[] {
  const { rota, tables } = useRota()
  return useMemo(() => rotaBoard(rota, tables, period.from, period.to), [rota, tables, period])
}
