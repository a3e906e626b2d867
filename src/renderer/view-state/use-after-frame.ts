import { useEffect, useState } from 'react'

/** False until what draws this has been on the screen for a frame: for what may come a moment after all else. */
export function useAfterFrame(): boolean {
  const [isAfter, setIsAfter] = useState(false)
  useEffect(() => {
    let afterwards: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      afterwards = setTimeout(() => setIsAfter(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(afterwards)
    }
  }, [])
  return isAfter
}
