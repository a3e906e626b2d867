import type { LaptopId } from '@domain/merge/stamp'
import { useCallback, useEffect, useState } from 'react'
import type { KnownLaptop } from '../storage/known-laptops'
import { useSession, useWorkspace } from '../storage/queries'
import { useEveryChange } from './use-every-change'

/** What people call a laptop: by whoever writes on it, as far as that is known. */
export function useLaptopName(): (laptop: LaptopId) => string {
  const workspace = useWorkspace()
  const session = useSession()
  const [known, setKnown] = useState<readonly KnownLaptop[]>([])
  useEveryChange()
  const { size } = session.replica.seen
  useEffect(() => {
    let left = false
    void size
    void workspace.knownLaptops().then((laptops) => {
      if (!left) setKnown(laptops)
    })
    return () => {
      left = true
    }
  }, [workspace, size])
  return useCallback(
    (laptop) => {
      if (laptop === workspace.laptop) return 'this laptop'
      const writer = known.find((one) => one.laptop === laptop)?.writer
      return writer && writer !== laptop ? `${writer}’s laptop` : `laptop ${laptop}`
    },
    [workspace, known],
  )
}
