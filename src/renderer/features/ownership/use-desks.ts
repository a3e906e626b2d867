import { canTake } from '@domain/ownership/hand-over'
import type { Load } from '@domain/ownership/load'
import type { OwnershipBoard } from '@domain/ownership/ownership-board'
import { useMemo } from 'react'
import { useRows, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useOwnership } from '../../view-state/use-ownership'

/** Somebody with what they have to do. */
export interface Desk {
  readonly person: string
  readonly name: string
  readonly open: number
  readonly bySeverity: Load['bySeverity']
  /** Whether they can be given more: neither left nor on leave. */
  readonly takes: boolean
  readonly isAway: boolean
}

const nothing: Load['bySeverity'] = { 1: 0, 2: 0, 3: 0, unrated: 0 }

/** Everybody who has or can take issues, the fullest desk first. */
export function useDesks(board: OwnershipBoard | undefined): readonly Desk[] {
  const people = useRows('person')
  const version = useVersion('person')
  const now = useMinute()
  const { isAway } = useOwnership(now)
  return useMemo(() => {
    void version
    const loads = new Map(board?.loads.map((load) => [load.person, load]))
    const keys = new Set([...loads.keys(), ...people.keys()])
    return [...keys]
      .filter((key) => key !== null)
      .map((key): Desk => {
        const load = loads.get(key)
        const away = isAway(key, now)
        const takes = canTake(people.get(key)) && !away
        const name = people.get(key)?.values.name || key
        const { open = 0, bySeverity = nothing } = load ?? {}
        return { person: key, name, open, bySeverity, takes, isAway: away }
      })
      .filter(({ open, takes, isAway }) => open > 0 || takes || isAway)
      .sort((a, b) => b.open - a.open || a.name.localeCompare(b.name))
  }, [board, people, version, isAway, now])
}

/** Those whose number gives them an issue: the emptiest desks first, at most nine. */
export function takersOf(desks: readonly Desk[]): readonly Desk[] {
  return desks
    .filter(({ takes }) => takes)
    .toReversed()
    .slice(0, 9)
}
