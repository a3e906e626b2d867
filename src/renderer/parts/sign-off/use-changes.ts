import type { Changes } from '@domain/sign-off/changes'
import type { SignOffRow } from '@domain/sign-off/standing'
import { useEffect, useState } from 'react'
import { useSession, useWorkspace } from '../../storage/queries'
import { ReportReader } from '../../storage/report-reader'
import { now } from '../../view-state/clock'
import { useEveryChange } from '../../view-state/use-every-change'

/** How long changes are gathered before all is told again, in milliseconds. */
const gathering = 600

/** What is not as it was signed; undefined until that is known. Told again when anything changes. */
export function useChanges(row: SignOffRow | undefined): Changes | undefined {
  const { id } = useSession()
  const { laptop } = useWorkspace()
  const version = useEveryChange()
  const [found, setFound] = useState<{ readonly key: string; readonly changes: Changes | undefined }>()
  const key = row?.key
  useEffect(() => {
    void version
    if (key === undefined) return
    let reader: ReportReader | undefined
    const timer = setTimeout(() => {
      reader = new ReportReader(id, laptop)
      reader.changes(key, now()).then(
        (changes) => setFound({ key, changes }),
        // The reader was stopped because something newer is asked for.
        () => undefined,
      )
    }, gathering)
    return () => {
      clearTimeout(timer)
      reader?.stop()
    }
  }, [id, laptop, version, key])
  return found?.key === key ? found?.changes : undefined
}
