import { useSyncExternalStore } from 'react'
import { useSession } from '../storage/queries'

/** Draws again after every change to the open engagement; returns a number that grows with each. */
export function useEveryChange(): number {
  const session = useSession()
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.version(),
  )
}
