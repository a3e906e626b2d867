import { engagementKey } from '@domain/model/engagement'
import { type SigningText, signatureOf } from '@domain/sign-off/commands'
import { decisionText } from '@domain/sign-off/words'
import { dayOf } from '@domain/time/zone'
import { useCallback, useState } from 'react'
import { useSession, useWorkspace } from '../../storage/queries'
import { ReportReader } from '../../storage/report-reader'
import { fileName, saveFile } from '../../storage/save-file'
import { signPack } from '../../storage/sign-off'
import { toast } from '../../ui/toast'
import { now } from '../../view-state/clock'
import { shortcuts } from '../../view-state/shortcuts'
import { runShortcut } from '../../view-state/use-shortcuts'
import { useWithholding } from '../reporting/chosen-audience'

export interface Signing {
  /** Whether it is signed; what went wrong has been said then. */
  readonly sign: (text: SigningText) => Promise<boolean>
  readonly signing: boolean
}

/** Signs the exit report as of now, keeps it, and offers to save the signed file. */
export function useSign(zone: string): Signing {
  const session = useSession()
  const { laptop, settings } = useWorkspace()
  const withhold = useWithholding()
  const [signing, setSigning] = useState(false)
  const sign = useCallback(
    async (text: SigningText) => {
      setSigning(true)
      const reader = new ReportReader(session.id, laptop)
      try {
        const asOf = now()
        const key = crypto.randomUUID()
        const signature = signatureOf(text)
        const { name: engagement } = session.replica.rows('engagement').get(engagementKey)?.values ?? {}
        const name = fileName(`${engagement ?? ''} signed exit report ${dayOf(asOf, zone)}.pdf`)
        const sealed = await reader.seal(asOf, withhold, { reference: key, signature })
        const { pdf } = await signPack(session, {
          key,
          signature,
          sealed,
          withholding: withhold,
          asOf,
          paper: settings.paper,
          name,
          by: settings.userName,
          now: asOf,
        })
        toast({
          text: `${decisionText(signature)}: signed by ${signature.name}`,
          action: { label: 'Undo', keys: shortcuts.undo.keys, run: () => void runShortcut('undo') },
        })
        void saveFile(name, 'pdf', () => [pdf]).catch(sayWhy)
        return true
      } catch (error) {
        sayWhy(error)
        return false
      } finally {
        reader.stop()
        setSigning(false)
      }
    },
    [session, laptop, settings, withhold, zone],
  )
  return { sign, signing }
}

function sayWhy(error: unknown): void {
  toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
}
