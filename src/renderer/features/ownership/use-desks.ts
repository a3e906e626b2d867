import type { Load } from '@domain/ownership/load'
import type { OwnershipBoard } from '@domain/ownership/ownership-board'
import { type Presence, presenceOf } from '@domain/ownership/presence'
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
  /** Only who is here is given more. */
  readonly presence: Presence
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
        const person = people.get(key)
        const presence = presenceOf(person, isAway(key, now))
        const name = person?.values.name || key
        const { open = 0, bySeverity = nothing } = load ?? {}
        return { person: key, name, open, bySeverity, presence }
      })
      .filter(({ open, presence }) => open > 0 || presence === 'here' || presence === 'on-leave')
      .sort((a, b) => b.open - a.open || a.name.localeCompare(b.name))
  }, [board, people, version, isAway, now])
}

export const isHere = ({ presence }: Desk): boolean => presence === 'here'

/** Those whose number gives them an issue: the emptiest desks first, at most nine. */
export function takersOf(desks: readonly Desk[]): readonly Desk[] {
  return desks.filter(isHere).toReversed().slice(0, 9)
}
