import { useMemo } from 'react'
import { useRows, useVersion } from '../../storage/queries'

/** Names that are proposed where somebody is named: people who are here, then teams. */
export function useNames(): readonly string[] {
  const people = useRows('person')
  const teams = useRows('team')
  const version = useVersion('person', 'team')
  return useMemo(() => {
    void version
    const here = [...people.values()].filter(({ values }) => !values.removed && values.leftOn == null)
    const named = (rows: readonly { readonly values: { readonly name?: string | null } }[]) =>
      rows.flatMap(({ values }) => values.name ?? []).sort((a, b) => a.localeCompare(b, 'en'))
    const standing = [...teams.values()].filter(({ values }) => !values.removed)
    return [...new Set([...named(here), ...named(standing)])]
  }, [people, teams, version])
}
