import { readRota, rotaTables } from '@domain/rotation/read-rota'
import type { Rota, RotaTables } from '@domain/rotation/rota'
import { useSession, useVersion } from '../storage/queries'
import type { EngagementSession } from '../storage/session'
import { useZone } from './use-zone'

/** The rota and the rows it was read from. */
export interface RotaReading {
  readonly rota: Rota
  readonly tables: RotaTables
  readonly version: number
}

/** The rail, Today and the screen ask about the same rota: it is read once after each change. */
const remembered = new WeakMap<EngagementSession, RotaReading>()

/** Whatever the rota is read from. */
export const rotaEntities = [
  'rotation',
  'rotationPlan',
  'shiftOverride',
  'shiftSwap',
  'coverNeed',
  'person',
  'leave',
] as const

export function rotaOf(session: EngagementSession, zone: string): RotaReading {
  const version = rotaEntities.reduce((sum, entity) => sum + session.version(entity), 0)
  const known = remembered.get(session)
  if (known?.version === version && known.tables.zone === zone) return known
  const tables = rotaTables(session.replica, zone)
  const reading = { rota: readRota(tables), tables, version }
  remembered.set(session, reading)
  return reading
}

/** The rota of the open engagement; another object when anything of it has changed. */
export function useRota(): RotaReading {
  useVersion(...rotaEntities)
  return rotaOf(useSession(), useZone())
}
