import * as z from 'zod/mini'
import type { HandoverLine } from '../handover/lines'
import type { Engagement } from '../model/entities'
import { formatInstant, formatZone } from '../time/format'
import { usableZone } from '../time/zone'
import { clip } from './clip'
import { type HandoverAbout, handoverOf, handoverPartSchema } from './handover-lines'
import { packFields } from './pack'
import { nothing, withheldText } from './withholding'

const { version, asOf, asOfText, zoneText, withheld, engagement } = packFields

/** The handover as a document of its own. */
export const handoverPackSchema = z.object({
  kind: z.literal('handover'),
  version,
  asOf,
  asOfText,
  zoneText,
  withheld,
  engagement,
  handover: handoverPartSchema,
})
export type HandoverPack = z.infer<typeof handoverPackSchema>

const room = { title: 90, name: 60 }

export function handoverPack(
  lines: readonly HandoverLine[],
  { name, client, system, zone: named }: Engagement,
  { asOf, redaction }: Omit<HandoverAbout, 'zone'>,
): HandoverPack {
  const zone = usableZone(named)
  return {
    kind: 'handover',
    version: 1,
    asOf,
    asOfText: formatInstant(asOf, zone),
    zoneText: formatZone(asOf, zone),
    withheld: withheldText(redaction?.withholding ?? nothing),
    engagement: {
      name: clip(name || 'Unnamed engagement', room.title),
      client: clip(client ?? '', room.name),
      system: clip(system ?? '', room.name),
    },
    handover: handoverOf(lines, { asOf, zone, redaction }),
  }
}
