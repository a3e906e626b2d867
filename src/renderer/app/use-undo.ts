import { useSession } from '../storage/queries'
import type { Change } from '../storage/session'
import { toast } from '../ui/toast'
import { useEveryChange } from '../view-state/use-every-change'
import { orSayWhyNot } from '../view-state/use-write'

export interface Undo {
  readonly undoable: Change | undefined
  readonly redoable: Change | undefined
  undo(): Promise<void>
  redo(): Promise<void>
}

/** The change that can be taken back or brought again, and doing so with a word on the screen. */
export function useUndo(): Undo {
  const session = useSession()
  useEveryChange()
  return {
    undoable: session.undoable,
    redoable: session.redoable,
    async undo() {
      const label = session.undoable?.label
      if (await orSayWhyNot(() => session.undo())) toast({ text: `Undone: ${label}` })
    },
    async redo() {
      const label = session.redoable?.label
      if (await orSayWhyNot(() => session.redo())) toast({ text: `Redone: ${label}` })
    },
  }
}
