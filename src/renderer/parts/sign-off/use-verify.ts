import { verify } from '@domain/sign-off/verify'
import { useState } from 'react'
import { useSession } from '../../storage/queries'
import { pickSignedFile } from '../../storage/signed-file'
import { toast } from '../../ui/toast'
import type { CheckedFile } from './verify-dialog'

/** Asks for a file, and says whether it is a report that was signed here. */
export function useVerify() {
  const { replica } = useSession()
  const [file, setFile] = useState<CheckedFile | undefined>(undefined)
  const [checking, setChecking] = useState(false)

  async function check() {
    setChecking(true)
    try {
      const picked = await pickSignedFile()
      if (!picked) return
      const { name, found } = picked
      setFile({ ...verify(found, replica.rows('signOff').values()), name, sha256: found.sha256 })
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
    } finally {
      setChecking(false)
    }
  }
  return { file, checking, check, close: () => setFile(undefined) }
}
