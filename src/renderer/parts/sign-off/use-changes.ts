import type { Changes } from '@domain/sign-off/changes'
import type { SignOffRow } from '@domain/sign-off/standing'
import { useEffect, useState } from 'react'
import { useSession, useWorkspace } from '../../storage/queries'
import { ReportReader } from '../../storage/report-reader'
import { toast } from '../../ui/toast'
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
    let isOver = false
    const timer = setTimeout(() => {
      reader = new ReportReader(id, laptop)
      reader.changes(key, now()).then(
        (changes) => setFound({ key, changes }),
        (error: unknown) => {
          // A reader that was stopped has been asked for something newer.
          if (!isOver) toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
        },
      )
    }, gathering)
    return () => {
      isOver = true
      clearTimeout(timer)
      reader?.stop()
    }
  }, [id, laptop, version, key])
  return found?.key === key ? found?.changes : undefined
}
