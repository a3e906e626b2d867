import { createContext, useContext } from 'react'

/** The way from one engagement to another. */
export interface EngagementDoor {
  /** Closes what is open and opens this one. */
  open(id: string): void
  /** Closes what is open and opens the demo, making it first where this laptop has none. */
  openDemo(): void
  /** Closes what is open, puts the backup in place of its engagement, and opens that. */
  restore(backupName: string): void
}

export const EngagementDoorContext = createContext<EngagementDoor | undefined>(undefined)

export function useEngagementDoor(): EngagementDoor {
  const door = useContext(EngagementDoorContext)
  if (!door) throw new Error('useEngagementDoor is used outside the app')
  return door
}
