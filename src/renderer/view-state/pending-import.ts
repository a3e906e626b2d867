import { create } from 'zustand'

interface PendingImport {
  /** A file dropped on the window, waiting for the import screen to take it. */
  readonly file: File | undefined
  offer(file: File): void
  /** Hands the file over; there is none afterwards. */
  take(): File | undefined
}

export const usePendingImport = create<PendingImport>()((set, get) => ({
  file: undefined,
  offer: (file) => set({ file }),
  take: () => {
    const { file } = get()
    set({ file: undefined })
    return file
  },
}))
