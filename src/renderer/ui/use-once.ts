import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * The work, not begun again while it is under way, nor once it has come to true: a key that is held down asks again and
 * again, and what was filled in is written once.
 */
export function useOnce(work: () => Promise<boolean>): () => Promise<void> {
  const latest = useRef(work)
  useLayoutEffect(() => {
    latest.current = work
  })
  const isBegun = useRef(false)
  return useCallback(async () => {
    if (isBegun.current) return
    isBegun.current = true
    let isDone = false
    try {
      isDone = await latest.current()
    } finally {
      isBegun.current = isDone
    }
  }, [])
}
