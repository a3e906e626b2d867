import { useMemo } from 'react'
import { useSession, useVersion } from '../storage/queries'

/** How what stands in a column by its key is named. */
export interface ColumnNames {
  readonly personName: (key: string) => string
  readonly patchName: (key: string) => string
}

/** The names of people and patches; others when one of them is called something else. */
export function useColumnNames(): ColumnNames {
  const { replica } = useSession()
  const version = useVersion('person', 'patch')
  return useMemo(() => {
    void version
    const nameIn = (entity: 'person' | 'patch') => (key: string) =>
      replica.rows(entity).get(key)?.values.name || key
    return { personName: nameIn('person'), patchName: nameIn('patch') }
  }, [replica, version])
}
