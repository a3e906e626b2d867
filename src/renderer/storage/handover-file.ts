import type { PaperSize } from '@contract/terms'
import { handoverMarkdown } from '@domain/reporting/handover-markdown'
import type { HandoverPack } from '@domain/reporting/handover-pack'
import { request } from '../app/bridge'
import type { SaveKind } from './save-file'

export const handoverFiles = ['md', 'pdf'] as const
export type HandoverFile = (typeof handoverFiles)[number]

/** What the system's dialog is told of each. */
export const handoverKinds = { md: 'markdown', pdf: 'pdf' } as const satisfies Record<HandoverFile, SaveKind>

/** The handover as a file. */
export async function handoverFile(
  pack: HandoverPack,
  kind: HandoverFile,
  paper: PaperSize,
): Promise<Uint8Array> {
  if (kind === 'md') return new TextEncoder().encode(handoverMarkdown(pack))
  return request('report.print', { pack: JSON.stringify(pack), paper })
}
