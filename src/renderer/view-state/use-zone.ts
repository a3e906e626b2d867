import { engagementKey } from '@domain/model/engagement'
import { formatInstant, formatShortInstant } from '@domain/time/format'
import { dayOf, startOfDay, usableZone } from '@domain/time/zone'
import { useMemo } from 'react'
import { useRow } from '../storage/queries'
import { useMinute } from './clock'

/** The engagement's time zone: every time on the screen is told in it. */
export function useZone(): string {
  return usableZone(useRow('engagement', engagementKey)?.values.zone)
}

const mostRemembered = 5_000

/** The same words, remembered: lists ask for the same times with every key press. */
function remembering(textOf: (instant: number) => string): (instant: number) => string {
  const remembered = new Map<number, string>()
  return (instant) => {
    const known = remembered.get(instant)
    if (known !== undefined) return known
    const text = textOf(instant)
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(instant, text)
    return text
  }
}

/** `Mon 23 Nov 2026, 09:12` in the engagement's zone. */
export function useInstantText(): (instant: number) => string {
  const zone = useZone()
  return useMemo(() => remembering((instant) => formatInstant(instant, zone)), [zone])
}

/** `23 Nov, 09:12` in the engagement's zone, for columns; with the year where it is not this one. */
export function useShortInstantText(): (instant: number) => string {
  const zone = useZone()
  const today = startOfDay(dayOf(useMinute(), zone), zone)
  return useMemo(() => remembering((instant) => formatShortInstant(instant, zone, today)), [zone, today])
}
