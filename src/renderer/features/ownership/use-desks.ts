import { canTake } from '@domain/ownership/hand-over'
import type { Load } from '@domain/ownership/load'
import type { OwnershipBoard } from '@domain/ownership/ownership-board'
import { useMemo } from 'react'
import { useRows, useVersion } from '../../storage/queries'

/** Somebody with what they have to do. */
export interface Desk {
  readonly person: string
  readonly name: string
  readonly open: number
  readonly bySeverity: Load['bySeverity']
  /** Whether they can be given more. */
  readonly takes: boolean
}

const nothing: Load['bySeverity'] = { 1: 0, 2: 0, 3: 0, unrated: 0 }

/** Everybody who has or can take issues, the fullest desk first. */
export function useDesks(board: OwnershipBoard | undefined): readonly Desk[] {
  const people = useRows('person')
  const version = useVersion('person')
  return useMemo(() => {
    void version
    const loads = new Map(board?.loads.map((load) => [load.person, load]))
    const keys = new Set([...loads.keys(), ...people.keys()])
    return [...keys]
      .filter((key) => key !== null)
      .map((key): Desk => {
        const load = loads.get(key)
        const takes = canTake(people.get(key))
        const name = people.get(key)?.values.name || key
        return { person: key, name, open: load?.open ?? 0, bySeverity: load?.bySeverity ?? nothing, takes }
      })
      .filter(({ open, takes }) => open > 0 || takes)
      .sort((a, b) => b.open - a.open || a.name.localeCompare(b.name))
  }, [board, people, version])
}

/** Those whose number gives them an issue: the emptiest desks first, at most nine. */
export function takersOf(desks: readonly Desk[]): readonly Desk[] {
  return desks
    .filter(({ takes }) => takes)
    .toReversed()
    .slice(0, 9)
}
