import { useEffect } from 'react'

/**
 * Loads parts of a screen while the page has nothing else to do, one after the other, so that whoever asks for one does
 * not wait for it.
 * @param parts the same array each time
 */
export function useLoadedAhead(parts: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    let isGone = false
    void (async () => {
      for (const load of parts) {
        await new Promise((done) => requestIdleCallback(done))
        if (isGone) return
        await load()
      }
    })()
    return () => {
      isGone = true
    }
  }, [parts])
}
