import type { Intent } from '@domain/merge/intent'
import { useCallback } from 'react'
import { useSession } from '../storage/queries'
import { type Besides, type Change, WriteRefused } from '../storage/session'
import { toast } from '../ui/toast'

/** Writes into the open engagement; undefined when it was refused, after having said why. */
export type Write = (
  label: string,
  intents: readonly Intent[],
  besides?: Besides,
) => Promise<Change | undefined>

export function useWrite(): Write {
  const session = useSession()
  return useCallback(
    (label, intents, besides) => orSayWhyNot(() => session.write(label, intents, besides)),
    [session],
  )
}

/** Runs a write, undo or redo; a refusal becomes a message on the screen, anything else is a bug and thrown on. */
export async function orSayWhyNot<T>(change: () => Promise<T>): Promise<T | undefined> {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error
    toast({ text: error.message, tone: 'danger' })
    return undefined
  }
}
