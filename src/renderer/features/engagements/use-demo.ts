import { useState } from 'react'
import { useWorkspace } from '../../storage/queries'
import { useEngagementDoor } from '../../view-state/engagement-door'

/** Enough issues to try every list and figure on; the seed makes the same demo for everyone. */
const demoOptions = { issues: 600, seed: 1 }

export interface Demo {
  /** Operations written so far; undefined while nothing is being made. */
  readonly done: number | undefined
  readonly make: () => Promise<void>
}

/** Opens the demo engagement, making it first where this laptop has none. */
export function useDemo(): Demo {
  const workspace = useWorkspace()
  const door = useEngagementDoor()
  const [done, setDone] = useState<number | undefined>(undefined)
  return {
    done,
    async make() {
      const existing = workspace.engagements.find(({ demo, archived }) => demo && !archived)
      if (existing) return door.open(existing.id)
      setDone(0)
      const id = await workspace.createDemo(demoOptions, (progress) => setDone(progress.done))
      door.open(id)
    },
  }
}
