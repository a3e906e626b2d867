import { createContext, useContext } from 'react'
import type { Report } from '../workers/rpc'

/** Something long that can only be done while no engagement is open, and that ends in one. */
export interface Work {
  readonly title: string
  /** Begins the sentence that says why it failed. */
  readonly failure: string
  /** Said where it was cancelled when it was done already. */
  readonly tooLate: string
  /** Returns the id of the engagement to open. */
  readonly run: (report: Report, signal: AbortSignal) => Promise<string>
}

/** The way from one engagement to another. */
export interface EngagementDoor {
  /** Closes what is open and opens this one. */
  open(id: string): void
  /**
   * Closes what is open and opens the demo, making it first where this laptop has none.
   * @param whole the one that is told to its exit
   */
  openDemo(whole?: boolean): void
  /** Closes what is open, puts the backup in place of its engagement, and opens that. */
  restore(backupName: string): void
  /** Closes what is open, does the work, and opens what came of it; what was open before where it fails. */
  work(work: Work): void
}

export const EngagementDoorContext = createContext<EngagementDoor | undefined>(undefined)

export function useEngagementDoor(): EngagementDoor {
  const door = useContext(EngagementDoorContext)
  if (!door) throw new Error('useEngagementDoor is used outside the app')
  return door
}
