import { create } from 'zustand'
import type { PendingFile } from './pending-import'

interface PendingBundle {
  /** Waiting for the screen that takes bundles in. */
  readonly file: PendingFile | undefined
  offer(file: PendingFile): void
  /** Hands the file over; there is none afterwards. */
  take(): PendingFile | undefined
}

export const usePendingBundle = create<PendingBundle>()((set, get) => ({
  file: undefined,
  offer: (file) => set({ file }),
  take: () => {
    const { file } = get()
    set({ file: undefined })
    return file
  },
}))

/** What laptops exchange goes another way than what a tracker has exported. */
export const isBundle = ({ name }: { readonly name: string }): boolean => /\.warroom$/i.test(name)
