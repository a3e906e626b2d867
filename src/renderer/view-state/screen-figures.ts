import type { Figure } from '@domain/reporting/figure'
import { useEffect } from 'react'
import { create } from 'zustand'

interface ScreenFigures {
  /** Asked when somebody wants them explained: their rows may be many. */
  readonly read: (() => readonly Figure[]) | undefined
}

/** Numbers that only the screen one is on has; whoever explains them asks here. */
export const useScreenFigures = create<ScreenFigures>()(() => ({ read: undefined }))

/** Offers the numbers of a screen while it is shown. */
export function useOfferFigures(read: () => readonly Figure[]): void {
  useEffect(() => {
    useScreenFigures.setState({ read })
    return () => useScreenFigures.setState({ read: undefined })
  }, [read])
}
