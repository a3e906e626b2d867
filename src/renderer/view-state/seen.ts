import type { Instant } from '@domain/model/value'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface Seen {
  /** When somebody last said on this laptop that they have seen what changed, by engagement. */
  readonly at: Readonly<Record<string, Instant>>
  see(engagement: string, at: Instant): void
}

/** Kept on this laptop and in no engagement: what one person has seen is no business of the others. */
export const useSeen = create<Seen>()(
  persist(
    (set) => ({
      at: {},
      see: (engagement, instant) => set(({ at }) => ({ at: { ...at, [engagement]: instant } })),
    }),
    { name: 'seen' },
  ),
)
