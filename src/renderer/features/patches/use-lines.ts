import { useState } from 'react'
import type { ShortcutName } from '../../view-state/shortcuts'
import { useShortcuts } from '../../view-state/use-shortcuts'

export interface Lines {
  readonly active: number
  readonly picked: ReadonlySet<string>
  /** What keys are about: the lines picked, or else the active one. */
  readonly meant: readonly string[]
  readonly moveTo: (index: number) => void
  /** Picks lines; none of them where all are picked already. */
  readonly pick: (from: number, to: number) => void
  readonly clear: () => void
}

/** Which line of a list is active and which are picked; what has left the list is neither. */
export function useLines(keys: readonly string[]): Lines {
  const [wanted, setWanted] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const active = Math.max(0, Math.min(wanted, keys.length - 1))
  const picked = chosen.size === 0 ? chosen : new Set(keys.filter((key) => chosen.has(key)))
  const current = keys[active]

  function pick(from: number, to: number) {
    const range = keys.slice(from, to + 1)
    const next = new Set(picked)
    const isAll = range.every((key) => picked.has(key))
    for (const key of range) {
      if (isAll) next.delete(key)
      else next.add(key)
    }
    setChosen(next)
  }
  const moveTo = (index: number) => setWanted(Math.max(0, Math.min(keys.length - 1, index)))
  const answers: Partial<Record<ShortcutName, () => void>> = {
    patchDown: () => moveTo(active + 1),
    patchUp: () => moveTo(active - 1),
    patchPick: () => pick(active, active),
    patchPickAll: () => pick(0, keys.length - 1),
  }
  useShortcuts(answers, keys.length > 0)
  return {
    active,
    picked,
    meant: picked.size > 0 ? [...picked] : current === undefined ? [] : [current],
    moveTo,
    pick,
    clear: () => setChosen(new Set()),
  }
}
