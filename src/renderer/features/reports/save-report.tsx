import { engagementKey } from '@domain/model/engagement'
import { dayOf } from '@domain/time/zone'
import { useState } from 'react'
import { useRow, useSession } from '../../storage/queries'
import type { Report } from '../../storage/report-reader'
import { saveFile } from '../../storage/save-file'
import { rememberSavedReport } from '../../storage/saved-report'
import { sha256Of } from '../../storage/sha256'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { toast } from '../../ui/toast'
import { now } from '../../view-state/clock'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'
import styles from './save-report.module.css'

export interface SaveReportProps {
  /** What is on the screen; undefined while it is not complete. */
  readonly pdf: Uint8Array | undefined
  readonly report: Report | undefined
  readonly zone: string
}

interface Saved {
  readonly name: string
  readonly sha256: string
}

/** Saves the very pages that are shown, and tells by which fingerprint they can be known again. */
export function SaveReport({ pdf, report, zone }: SaveReportProps) {
  const session = useSession()
  const { name = '' } = useRow('engagement', engagementKey)?.values ?? {}
  const [pending, setPending] = useState(false)
  const [saved, setSaved] = useState<Saved | undefined>(undefined)

  async function save() {
    if (!pdf || !report) return
    const { kind, asOf } = report
    setPending(true)
    try {
      const fileName = await saveFile(`${name} ${kind} report ${dayOf(asOf, zone)}.pdf`, 'pdf', () => [pdf])
      if (fileName === undefined) return
      setSaved({ name: fileName, sha256: await sha256Of(pdf) })
      await rememberSavedReport(session, { ...report, now: now() })
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
    } finally {
      setPending(false)
    }
  }
  useShortcut('savePdf', () => void save(), pdf !== undefined && !pending)

  return (
    <>
      <Button
        tone="primary"
        icon="download"
        keys={shortcuts.savePdf.keys}
        pending={pending}
        disabled={!pdf}
        onClick={() => void save()}
      >
        Save PDF…
      </Button>
      {saved && (
        <Dialog
          title="Report saved"
          onClose={() => setSaved(undefined)}
          actions={
            <Button tone="primary" onClick={() => setSaved(undefined)}>
              Close
            </Button>
          }
        >
          <p>{saved.name}</p>
          <p className={styles.quiet}>
            Its SHA-256 fingerprint. Whoever has the file can work it out again; the same one means that not a
            single character was changed.
          </p>
          <output className={styles.hash}>{saved.sha256}</output>
        </Dialog>
      )}
    </>
  )
}
