import { engagementKey } from '@domain/model/engagement'
import { formatInstant } from '@domain/time/format'
import { usableZone } from '@domain/time/zone'
import { useCallback } from 'react'
import { useRow } from '../../storage/queries'

/** The engagement's time zone: every time on the screen is told in it. */
export function useZone(): string {
  return usableZone(useRow('engagement', engagementKey)?.values.zone)
}

const mostRemembered = 5_000
const remembered = new Map<string, string>()

/** `formatInstant`, remembered: lists ask for the same times with every key press. */
export function instantText(instant: number, zone: string): string {
  const id = `${zone}${instant}`
  const known = remembered.get(id)
  if (known !== undefined) return known
  const text = formatInstant(instant, zone)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(id, text)
  return text
}

export function useInstantText(): (instant: number) => string {
  const zone = useZone()
  return useCallback((instant) => instantText(instant, zone), [zone])
}
