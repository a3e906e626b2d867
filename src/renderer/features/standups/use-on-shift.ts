import type { Instant } from '@domain/model/value'
import { rotaOf } from '@domain/rotation/rota-of'
import type { ShiftRole } from '@domain/rotation/shift'
import { onNow } from '@domain/rotation/shifts'
import { useMemo } from 'react'
import { useSession, useVersion } from '../../storage/queries'

/** Who is on shift at an instant, by key, and as what; nobody where nobody has made a rota. */
export function useOnShift(at: Instant): ReadonlyMap<string, readonly ShiftRole[]> {
  const { replica } = useSession()
  const version = useVersion('rotation', 'rotationPlan', 'shiftOverride', 'shiftSwap', 'person', 'leave')
  const rota = useMemo(() => {
    void version
    return rotaOf(replica)
  }, [replica, version])
  return useMemo(() => {
    const roles = new Map<string, ShiftRole[]>()
    for (const { person, role } of onNow(rota, at)) {
      const known = roles.get(person) ?? []
      if (!known.includes(role)) roles.set(person, [...known, role])
    }
    return roles
  }, [rota, at])
}
