import type { Instant } from '@domain/model/value'

/** What the profile knows of an engagement without opening its database. */
export interface EngagementEntry {
  readonly id: string
  readonly name: string
  readonly client: string
  readonly system: string
  readonly createdAt: Instant
  readonly openedAt: Instant
  readonly archived: boolean
  readonly demo: boolean
}

/** Choices of this laptop's user; never part of an engagement, never in a bundle. */
export interface Settings {
  /** How the user is named in what they change. */
  readonly userName: string
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'compact' | 'comfortable'
  readonly paper: 'a4' | 'letter'
}
