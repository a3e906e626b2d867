import type { PaperSize } from '@contract/terms'
import type { LaptopId } from '@domain/merge/stamp'
import type { Instant } from '@domain/model/value'
import type { Withholding } from '@domain/reporting/withholding'
import { dayOf } from '@domain/time/zone'
import { type HandoverFile, handoverFile, handoverKinds } from '../../storage/handover-file'
import { ReportReader } from '../../storage/report-reader'
import { saveFile } from '../../storage/save-file'
import { toast } from '../../ui/toast'

export interface HandoverDocument {
  readonly engagement: { readonly id: string; readonly name: string }
  readonly laptop: LaptopId
  readonly asOf: Instant
  /** For those whom it is for. */
  readonly withhold: Withholding
  readonly paper: PaperSize
  readonly zone: string
}

/** Asks where to, and saves the handover there. */
export async function saveHandover(document: HandoverDocument, kind: HandoverFile): Promise<void> {
  const { engagement, laptop, asOf, withhold, paper, zone } = document
  const name = `${engagement.name} handover ${dayOf(asOf, zone)}.${kind}`
  const reader = new ReportReader(engagement.id, laptop)
  try {
    const saved = await saveFile(name, handoverKinds[kind], async () => [
      await handoverFile(await reader.handover(asOf, withhold), kind, paper),
    ])
    if (saved !== undefined) toast({ text: `Saved ${saved}`, tone: 'ok' })
  } catch (error) {
    toast({ text: error instanceof Error ? error.message : String(error), tone: 'danger' })
  } finally {
    reader.stop()
  }
}
