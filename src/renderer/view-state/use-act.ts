import type { Planned, Refused } from '@domain/triage/plan'
import { useCallback } from 'react'
import type { Besides } from '../storage/session'
import { toast } from '../ui/toast'
import { shortcuts } from './shortcuts'
import { runShortcut } from './use-shortcuts'
import { useWrite } from './use-write'

/** Does what a command planned, and says so with the way back; a refusal is said too. True when it is written. */
export type Act = (plan: Planned | Refused, besides?: Besides) => Promise<boolean>

export function useAct(): Act {
  const write = useWrite()
  return useCallback(
    async (plan, besides) => {
      if (!plan.ok) {
        toast({ text: plan.reason, ...(!plan.isPlainFact && { tone: 'danger' }) })
        return false
      }
      if (plan.intents.length === 0) return true
      const change = await write(plan.label, plan.intents, besides)
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
