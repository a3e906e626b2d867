import type { Instant } from '@domain/model/value'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface DoubtsSeen {
  /** When somebody last said on this laptop that they have looked at a doubtful clock. */
  readonly at: Readonly<Record<string, Instant>>
  see(doubt: string, at: Instant): void
}

/** Kept on this laptop and in no engagement. */
export const useDoubtsSeen = create<DoubtsSeen>()(
  persist(
    (set) => ({
      at: {},
      see: (doubt, instant) => set(({ at }) => ({ at: { ...at, [doubt]: instant } })),
    }),
    { name: 'clock-doubts-seen' },
  ),
)
