import { type BoardRow, keepingRows, rotaBoard } from '@domain/rotation/rota-board'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useRota } from '../../view-state/use-rota'
import type { Period } from './period'

/** The rows of a period of the open engagement's rota. What a change leaves as it was stays the same object. */
export function useBoard(period: Period): readonly BoardRow[] {
  const { rota, tables } = useRota()
  const former = useRef<readonly BoardRow[]>([])
  const rows = useMemo(
    () => keepingRows(rotaBoard(rota, tables, period.from, period.to), former.current),
    [rota, tables, period],
  )
  useLayoutEffect(() => {
    former.current = rows
  })
  return rows
}
