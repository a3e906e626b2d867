import { useEffect, useRef, useState } from 'react'
import { giveWayToAll, pace } from '../storage/pace'

/**
 * What long steps come to, worked out anew when `steps` changes (remember it with `useCallback`) without holding up
 * the screen; the former result until then, and undefined before the first. Changes that come meanwhile are taken
 * together.
 * @param known what the first steps come to, where that is known already
 */
export function useInTurns<T>(steps: () => Generator<void, T>, known?: T): T | undefined {
  const [result, setResult] = useState(known)
  const isKnown = useRef(known !== undefined)
  const wanted = useRef<() => Generator<void, T>>(undefined)
  const running = useRef(false)
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  useEffect(() => {
    if (isKnown.current) {
      isKnown.current = false
      return
    }
    wanted.current = steps
    if (running.current) return
    running.current = true
    // Several of these may begin with one change: what it draws must be on the screen before.
    void (async () => {
      await giveWayToAll()
      const turn = pace(giveWayToAll)
      while (wanted.current && shown.current) {
        const job = wanted.current()
        wanted.current = undefined
        let step = job.next()
        while (!step.done && shown.current) {
          await turn()
          step = job.next()
        }
        if (step.done && shown.current) setResult(() => step.value as T)
      }
      running.current = false
    })()
  }, [steps])
  return result
}
