import type { Planned, Refused } from '@domain/triage/plan'
import { useCallback } from 'react'
import type { StoredBlob } from '../storage/database'
import { toast } from '../ui/toast'
import { runShortcut, shortcuts } from './shortcuts'
import { useWrite } from './use-write'

/**
 * Does what a command planned, and says so with the way back; a refusal is said too. True when it is written.
 * @param blobs contents of files that the plan names
 */
export type Act = (plan: Planned | Refused, blobs?: readonly StoredBlob[]) => Promise<boolean>

export function useAct(): Act {
  const write = useWrite()
  return useCallback(
    async (plan, blobs) => {
      if (!plan.ok) {
        toast({ text: plan.reason, tone: 'danger' })
        return false
      }
      if (plan.intents.length === 0) return true
      const change = await write(plan.label, plan.intents, blobs)
      if (!change) return false
      toast({
        text: plan.label,
        action: { label: 'Undo', keys: shortcuts.undo.keys, run: () => void runShortcut('undo') },
      })
      return true
    },
    [write],
  )
}
