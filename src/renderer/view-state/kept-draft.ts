import { useState } from 'react'

/**
 * A hook for what somebody is writing and has not sent: `useState` that is remembered under an id as long as the
 * window is open, so that a closed dialog or a look at something else loses no word. Setting it to `empty` forgets it.
 */
export function keptDraft<T>(empty: T): (id: string) => readonly [T, (next: T) => void] {
  const kept = new Map<string, T>()
  return function useKeptDraft(id) {
    const [draft, setDraft] = useState(() => kept.get(id) ?? empty)
    function keep(next: T) {
      if (next === empty) kept.delete(id)
      else kept.set(id, next)
      setDraft(next)
    }
    return [draft, keep]
  }
}
