import type { Row } from '../merge/row'
import type { SwapState } from '../model/shift-swap'
import { roleWords } from '../ownership/role-words'
import { formatDay } from '../time/format'
import { wallMs } from '../time/wall-clock'
import type { Telling } from '../triage/issue-fields'

export const rotaEntityWords = {
  leave: 'Leave',
  rotation: 'Rotation',
  rotationPlan: 'Plan of a rotation',
  shiftOverride: 'Override',
  shiftSwap: 'Swap',
  coverNeed: 'Needed cover',
} as const

export const rotaLabels = {
  'rotation.endsAt': 'Runs up to',
  'rotationPlan.from': 'Holds from',
  'rotationPlan.until': 'Holds up to',
  'rotationPlan.startsOn': 'First turn begins on',
  'rotationPlan.handOverAt': 'Hand-over at',
  'rotationPlan.length': 'Length of a turn',
  'rotationPlan.unit': 'Unit of that length',
  'shiftOverride.rotation': 'In place of',
  'shiftSwap.returnRotation': 'Shift in return is of',
  'shiftSwap.returnFrom': 'Shift in return begins',
  'shiftSwap.returnTo': 'Shift in return ends',
  'shiftSwap.state': 'How it stands',
  'coverNeed.people': 'People needed',
} as const

export const swapStateWords: Readonly<Record<SwapState, string>> = {
  offered: 'Offered',
  taken: 'Taken, waits for approval',
  approved: 'Approved',
  declined: 'Declined',
  withdrawn: 'Taken back',
}

/** Fields that hold the key of a rotation. */
export const rotationFields: ReadonlySet<string> = new Set(['rotation', 'returnRotation'])

/** Fields of the rota that hold the key of a person. */
export const personFields: ReadonlySet<string> = new Set([
  'person',
  'offeredBy',
  'takenBy',
  'givenBy',
  'givenTo',
])

/** What people call a row of the rota that has no name of its own. */
export function rotaRowName(entity: string, { values }: Row, telling: Telling): string | undefined {
  switch (entity) {
    case 'rotationPlan':
      return `The plan from ${wallWords(values.from)}`
    case 'shiftOverride':
      return `The override from ${wallWords(values.from)}`
    case 'shiftSwap':
      return `The shift of ${personOf(values.offeredBy, telling)} from ${typeof values.from === 'number' ? telling.instant(values.from) : '?'}`
    case 'coverNeed':
      return `${roleWords[values.role as keyof typeof roleWords] ?? 'A role'}: needed cover`
    case 'leave':
      return `The leave of ${personOf(values.person, telling)} from ${wallWords(values.from)}`
    default:
      return undefined
  }
}

const personOf = (key: unknown, { personName }: Telling) =>
  typeof key === 'string' ? personName(key) : 'somebody'

/** `2026-11-23T09:00` or a day, for people. */
export function wallWords(wall: unknown): string {
  if (typeof wall !== 'string' || wallMs(`${wall.slice(0, 10)}T00:00`) === undefined)
    return String(wall ?? '?')
  const day = formatDay(wall.slice(0, 10))
  return wall.length > 10 ? `${day}, ${wall.slice(11)}` : day
}
