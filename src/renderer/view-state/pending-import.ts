import type { OpenedFile } from '@contract/ipc'
import { create } from 'zustand'

/** A file on its way to the import screen: dropped on the window, or opened by the system. */
export type PendingFile = File | OpenedFile

interface PendingImport {
  /** Waiting for the import screen to take it. */
  readonly file: PendingFile | undefined
  offer(file: PendingFile): void
  /** Hands the file over; there is none afterwards. */
  take(): PendingFile | undefined
  /** Somebody wants to choose a file, wherever they are. */
  readonly asked: boolean
  ask(): void
  answer(): void
}

export const usePendingImport = create<PendingImport>()((set, get) => ({
  file: undefined,
  offer: (file) => set({ file }),
  take: () => {
    const { file } = get()
    set({ file: undefined })
    return file
  },
  asked: false,
  ask: () => set({ asked: true }),
  answer: () => set({ asked: false }),
}))
