import { type OwnershipBoard, ownershipBoard } from '@domain/ownership/ownership-board'
import { useCallback } from 'react'
import { useClocks } from '../../storage/clock-view'
import { useRows, useVersion } from '../../storage/queries'
import { now, useMinute } from '../../view-state/clock'
import { useInTurns } from '../../view-state/use-in-turns'
import { useOwnership } from '../../view-state/use-ownership'

/** Who has what in the open engagement; undefined until the rows and clocks have been read once. */
export function useOwnershipBoard(): OwnershipBoard | undefined {
  const issues = useRows('issue')
  const issueVersion = useVersion('issue')
  const { view, version } = useClocks(now)
  const ownership = useOwnership(useMinute())
  const board = useInTurns<OwnershipBoard | undefined>(
    useCallback(
      function* () {
        void issueVersion
        void version
        return view.isOpen ? yield* ownershipBoard(issues, view.board.deadlines, ownership) : undefined
      },
      [issues, issueVersion, view, version, ownership],
    ),
  )
  return board
}
