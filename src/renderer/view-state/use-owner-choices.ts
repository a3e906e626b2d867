import { useMemo } from 'react'
import { useRows, useVersion } from '../storage/queries'
import type { Choice } from '../ui/combo-box'

/** People who can own an issue, by name: those who are here, and the present owner in any case. */
export function useOwnerChoices(owner: string | null = null): readonly Choice[] {
  const people = useRows('person')
  const version = useVersion('person')
  return useMemo(() => {
    void version
    return [...people.values()]
      .filter(({ key, values }) => key === owner || (!values.removed && values.leftOn == null))
      .map(({ key, values }) => ({
        key,
        label: values.name ?? key,
        ...(values.email && { note: values.email }),
      }))
      .sort((left, right) => left.label.localeCompare(right.label))
  }, [people, version, owner])
}
