import type { ReactNode } from 'react'
import { useAfterFrame } from '../../view-state/use-after-frame'

/** Drawn a frame after what stands around it, so that no frame has all of a full screen to draw. */
export function AfterFrame({ children }: { readonly children: ReactNode }) {
  return useAfterFrame() ? children : null
}
