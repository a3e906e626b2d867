import { isBoarding, patchName, patchStateWords } from '../patches/patch-state'
import { formatInstant } from '../time/format'
import { clip } from './clip'
import type { FigureSummary } from './figures'
import type { CommonPack } from './pack'
import type { PatchReading } from './patch-reading'
import type { Reading } from './reading'
import { counted } from './words'

/** How many patches, and how much of a name or a reason, find room in a report. */
const room = { patches: 14, name: 60, reason: 160 }

/** The patches that are on their way, and those to which something happened within the report's period. */
export function patchesOf(
  reading: Reading,
  figures: readonly FigureSummary[],
  told: readonly string[],
): CommonPack['patches'] {
  const { patches, since, zone } = reading
  const shown = patches.filter(({ now }) => isOnItsWay(now.state) || now.from > since).sort(byWindow)
  return {
    count: shown.length,
    lines: shown.slice(-room.patches).map((patch) => ({
      name: clip(patchName(patch.row), room.name),
      state: patchStateWords[patch.now.state],
      since: formatInstant(patch.now.from, zone),
      window: patch.row.values.opensAt == null ? null : formatInstant(patch.row.values.opensAt, zone),
      fixes: isBoarding(patch.now.state) ? patch.riders.length : patch.retests.length,
      note: noteOf(patch),
    })),
    figures: told.flatMap((id) => {
      const figure = figures.find((other) => other.id === id)
      return figure ? [{ label: figure.label, display: figure.display }] : []
    }),
  }
}

const isOnItsWay = (state: PatchReading['now']['state']) => isBoarding(state) || state === 'shipped'

function noteOf({ row, now, retests }: PatchReading): string {
  if (now.state === 'rolled-back') return clip(row.values.rollbackReason ?? '', room.reason)
  if (isBoarding(now.state)) return ''
  const failed = retests.filter(({ standing }) => standing.startsWith('failed')).length
  const waiting = retests.filter(({ standing }) => standing === 'waiting').length
  return [
    waiting > 0 && `${counted(waiting, 'retest')} to be done`,
    failed > 0 && `${counted(failed, 'retest')} failed`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** By their windows, the first first; keys settle the rest. */
function byWindow(a: PatchReading, b: PatchReading): number {
  const [left, right] = [a, b].map(({ row }) => row.values.opensAt ?? Number.MAX_VALUE) as [number, number]
  return left - right || (a.row.key < b.row.key ? -1 : 1)
}
