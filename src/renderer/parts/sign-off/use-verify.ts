import { verify } from '@domain/sign-off/verify'
import { useState } from 'react'
import { request } from '../../app/bridge'
import { readWhole } from '../../storage/opened-file'
import { useSession } from '../../storage/queries'
import { toast } from '../../ui/toast'
import type { CheckedFile } from './verify-dialog'

/** No report is larger; what is, is something else. */
const largest = 200 * 1024 * 1024

/** Asks for a file, and says whether it is a report that was signed here. */
export function useVerify() {
  const { replica } = useSession()
  const [file, setFile] = useState<CheckedFile | undefined>(undefined)
  const [checking, setChecking] = useState(false)

  async function check() {
    setChecking(true)
    try {
      const opened = await request('file.openPdf')
      if (!opened) return
      if (opened.size > largest) throw new Error(`“${opened.name}” is too large to be a report.`)
      // The reader of PDFs is large, and only needed here.
      const { foundInFile } = await import('../../print/found-in-file')
      const found = await foundInFile(await readWhole(opened))
      setFile({ ...verify(found, replica.rows('signOff').values()), name: opened.name, sha256: found.sha256 })
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
    } finally {
      setChecking(false)
    }
  }
  return { file, checking, check, close: () => setFile(undefined) }
}
