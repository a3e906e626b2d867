import type { ExitReading } from '@domain/exit/exit-reading'
import { type ReadinessDay, readinessHistory } from '@domain/exit/history'
import { type NoRescue, noRescue } from '@domain/exit/no-rescue'
import { type Scorecard, scorecard } from '@domain/exit/scorecard'
import { useCallback, useMemo, useState } from 'react'
import { useExitReading } from '../../view-state/use-exit-reading'
import { useInTurns } from '../../view-state/use-in-turns'

export interface Exit {
  readonly reading: ExitReading
  /** Of the day that is looked at. */
  readonly card: Scorecard
  readonly rescue: NoRescue
  readonly history: readonly ReadinessDay[]
  /** Its place in the history; the last is now. */
  readonly place: number
  readonly isNow: boolean
  goTo(place: number): void
}

/** The scorecard of the day that is looked at, and the history around it; undefined until all has been read once. */
export function useExit(): Exit | undefined {
  const reading = useExitReading()
  const read = useInTurns(
    useCallback(
      function* (): Generator<void, { reading: ExitReading; history: ReadinessDay[] } | undefined> {
        return reading && { reading, history: yield* readinessHistory(reading) }
      },
      [reading],
    ),
  )
  // A day that is looked at stays the same one while days are added.
  const [day, setDay] = useState<string>()
  const last = (read?.history.length ?? 0) - 1
  const found = day === undefined ? last : (read?.history.findIndex((one) => one.day === day) ?? last)
  const place = found < 0 ? last : found
  const isNow = place === last
  const asOf = read && (read.history[place]?.asOf ?? read.reading.now)
  const judged = useMemo(
    () =>
      read && asOf !== undefined
        ? { card: scorecard(read.reading, asOf), rescue: noRescue(read.reading, asOf) }
        : undefined,
    [read, asOf],
  )
  if (!read || !judged) return undefined
  return {
    ...read,
    ...judged,
    place,
    isNow,
    goTo: (wanted) => {
      const to = Math.max(0, Math.min(last, wanted))
      setDay(to === last ? undefined : read.history[to]?.day)
    },
  }
}
