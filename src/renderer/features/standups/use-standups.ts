import { nextStandup, type PlannedStandup, standupAt } from '@domain/cadence/standup-days'
import { type StandupRecord, standupRecords } from '@domain/standup/record'
import { dayOf } from '@domain/time/zone'
import { useMemo } from 'react'
import { useRows, useVersion } from '../../storage/queries'
import { useMinute } from '../../view-state/clock'
import { useCadence } from '../../view-state/use-cadence'
import { useZone } from '../../view-state/use-zone'

export interface Standups {
  /** Those that were held, latest first. */
  readonly records: readonly StandupRecord[]
  /** Today's, if it has begun. */
  readonly ofToday: StandupRecord | undefined
  readonly today: string
  /** When today's was planned, and is past without having been held. */
  readonly missedAt: number | undefined
  readonly next: PlannedStandup | undefined
}

export function useStandups(): Standups {
  const rows = useRows('standup')
  const version = useVersion('standup')
  const zone = useZone()
  const cadence = useCadence()
  const minute = useMinute()
  const today = dayOf(minute, zone)
  const records = useMemo(() => {
    void version
    return standupRecords(rows.values())
  }, [rows, version])
  const ofToday = records.find(({ day }) => day === today)
  const planned = useMemo(() => standupAt(today, cadence), [today, cadence])
  const next = useMemo(() => {
    const held = new Set(records.map(({ day }) => day))
    return nextStandup(cadence, minute, (day) => held.has(day))
  }, [cadence, minute, records])
  const missedAt = planned !== undefined && planned < minute && !ofToday ? planned : undefined
  return { records, ofToday, today, missedAt, next }
}
