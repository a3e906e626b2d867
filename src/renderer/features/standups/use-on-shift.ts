import type { Instant } from '@domain/model/value'
import type { ShiftRole } from '@domain/rotation/shift'
import { onNow } from '@domain/rotation/shifts'
import { useMemo } from 'react'
import { useRota } from '../../view-state/use-rota'

/** Who is on shift at an instant, by key, and as what; nobody where nobody has made a rota. */
export function useOnShift(at: Instant): ReadonlyMap<string, readonly ShiftRole[]> {
  const { rota } = useRota()
  return useMemo(() => {
    const roles = new Map<string, ShiftRole[]>()
    for (const { person, role } of onNow(rota, at)) {
      const known = roles.get(person) ?? []
      if (!known.includes(role)) roles.set(person, [...known, role])
    }
    return roles
  }, [rota, at])
}
