import { standupAt } from '@domain/cadence/standup-days'
import { standupKey } from '@domain/model/standup'
import type { Instant } from '@domain/model/value'
import { standupRecord } from '@domain/standup/record'
import { dayOf } from '@domain/time/zone'
import { useMemo } from 'react'
import { useRow } from '../storage/queries'
import { useMinute } from './clock'
import { useCadence } from './use-cadence'
import { useZone } from './use-zone'

export interface StandupLine {
  readonly at: Instant
  readonly state: 'ahead' | 'missed' | 'on'
}

/** How today's standup stands; undefined on a day without one, and once it has been held. */
export function useStandupLine(): StandupLine | undefined {
  const cadence = useCadence()
  const zone = useZone()
  const minute = useMinute()
  const today = dayOf(minute, zone)
  const row = useRow('standup', standupKey(today))
  const planned = useMemo(() => standupAt(today, cadence), [today, cadence])
  const record = row && standupRecord(row)
  if (record) return record.endedAt === undefined ? { at: record.startedAt, state: 'on' } : undefined
  if (planned === undefined) return undefined
  return { at: planned, state: planned < minute ? 'missed' : 'ahead' }
}
