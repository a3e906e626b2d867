import type { PaperSize } from '@contract/terms'
import type { HandoverPack } from '@domain/reporting/handover-pack'
import { dayOf } from '@domain/time/zone'
import { BridgeRefusal } from '../../app/bridge'
import { type HandoverFile, handoverFile, handoverKinds } from '../../storage/handover-file'
import { saveFile } from '../../storage/save-file'
import { toast } from '../../ui/toast'

/** Asks where to, and saves the handover there. */
export async function saveHandover(
  pack: HandoverPack,
  kind: HandoverFile,
  { paper, zone }: { readonly paper: PaperSize; readonly zone: string },
): Promise<void> {
  const name = `${pack.engagement.name} handover ${dayOf(pack.asOf, zone)}.${kind}`
  try {
    const saved = await saveFile(name, handoverKinds[kind], async () => [
      await handoverFile(pack, kind, paper),
    ])
    if (saved !== undefined) toast({ text: `Saved ${saved}`, tone: 'ok' })
  } catch (error) {
    if (!(error instanceof BridgeRefusal)) throw error
    toast({ text: error.message, tone: 'danger' })
  }
}
