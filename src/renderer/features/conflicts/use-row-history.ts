import type { Operation } from '@domain/merge/operation'
import type { Row } from '@domain/merge/row'
import { useEffect, useState } from 'react'
import { useSession } from '../../storage/queries'

/** Everything that happened to a row, read from the log; undefined until it has been read. */
export function useRowHistory(entity: string, { key, revision }: Row): readonly Operation[] | undefined {
  const session = useSession()
  const [operations, setOperations] = useState<readonly Operation[] | undefined>(undefined)
  useEffect(() => {
    let left = false
    void revision
    void session.historyOf(entity, key).then((read) => {
      if (!left) setOperations(read)
    })
    return () => {
      left = true
    }
  }, [session, entity, key, revision])
  return operations
}
