import { engagementKey } from '@domain/model/engagement'
import { dayOf } from '@domain/time/zone'
import { useState } from 'react'
import { useRow } from '../../storage/queries'
import type { Report, ReportReader } from '../../storage/report-reader'
import { saveFile } from '../../storage/save-file'
import { Button } from '../../ui/button'
import { toast } from '../../ui/toast'
import { shortcuts } from '../../view-state/shortcuts'
import { useShortcut } from '../../view-state/use-shortcuts'

export interface SaveFiguresProps {
  readonly reader: ReportReader | undefined
  /** Undefined while something newer is being read. */
  readonly report: Report | undefined
  readonly zone: string
}

/** Saves the figures that are shown as a spreadsheet: each with what explains it, and its rows. */
export function SaveFigures({ reader, report, zone }: SaveFiguresProps) {
  const { name = '' } = useRow('engagement', engagementKey)?.values ?? {}
  const [pending, setPending] = useState(false)

  async function save() {
    if (!reader || !report) return
    const { kind, asOf } = report
    setPending(true)
    try {
      const wanted = `${name} ${kind} figures ${dayOf(asOf, zone)}.xlsx`
      const fileName = await saveFile(wanted, 'xlsx', async () => [await reader.workbook()])
      if (fileName !== undefined) toast({ text: `Figures saved: ${fileName}` })
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
    } finally {
      setPending(false)
    }
  }
  useShortcut('saveFigures', () => void save(), report !== undefined && !pending)

  return (
    <Button
      icon="download"
      keys={shortcuts.saveFigures.keys}
      pending={pending}
      disabled={!report}
      onClick={() => void save()}
    >
      Save figures…
    </Button>
  )
}
