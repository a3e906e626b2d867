import { useEffect, useState } from 'react'
import { inBackground } from '../storage/pace'

/** False until what draws this has been on the screen for a frame: for what may come a moment after all else. */
export function useAfterFrame(): boolean {
  const [isAfter, setIsAfter] = useState(false)
  useEffect(() => {
    let isWanted = true
    const frame = requestAnimationFrame(
      () =>
        void inBackground(async () => {
          if (isWanted) setIsAfter(true)
        }),
    )
    return () => {
      isWanted = false
      cancelAnimationFrame(frame)
    }
  }, [])
  return isAfter
}
