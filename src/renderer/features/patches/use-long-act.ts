import type { Planned, Refused } from '@domain/triage/plan'
import { useEffect, useRef, useState } from 'react'
import { useAct } from '../../view-state/use-act'
import { Cancelled } from '../../workers/rpc'

export interface LongAct {
  /** How much is written of what is being written; undefined while nothing is. */
  readonly written: { readonly done: number; readonly total: number } | undefined
  /** True when it is written; false when it was refused or given up. */
  readonly act: (plan: Planned | Refused) => Promise<boolean>
  readonly giveUp: () => void
}

/** Does what may touch thousands of issues: tells how far it is, and can be given up until it is in the log. */
export function useLongAct(): LongAct {
  const act = useAct()
  const [written, setWritten] = useState<LongAct['written']>()
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(new Cancelled()), [])

  async function run(plan: Planned | Refused): Promise<boolean> {
    stop.current = new AbortController()
    const total = plan.ok ? plan.intents.length : 0
    setWritten({ done: 0, total })
    const watch = { report: (done: number) => setWritten({ done, total }), signal: stop.current.signal }
    try {
      return await act(plan, { watch })
    } catch (error) {
      if (error instanceof Cancelled) return false
      throw error
    } finally {
      setWritten(undefined)
    }
  }
  return { written, act: run, giveUp: () => stop.current.abort(new Cancelled()) }
}
