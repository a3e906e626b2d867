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
  /** Of the same day, which it follows; undefined until it has been counted once. */
  readonly rescue: NoRescue | undefined
  readonly history: readonly ReadinessDay[]
  /** Its place in the history; the last is now. */
  readonly place: number
  readonly isNow: boolean
  goTo(place: number): void
}

interface Read {
  readonly reading: ExitReading
  readonly history: readonly ReadinessDay[]
}

/** The scorecard of the day that is looked at, and the history around it; undefined until all has been read once. */
export function useExit(): Exit | undefined {
  const reading = useExitReading()
  const read = useInTurns(
    useCallback(
      function* (): Generator<void, Read | undefined> {
        if (!reading) return undefined
        const history = yield* readinessHistory(reading)
        // The screen asks for these as soon as it is drawn.
        for (const { earliest } of history.at(-1)?.card.criteria ?? []) {
          earliest()
          yield
        }
        return { reading, history }
      },
      [reading],
    ),
  )
  // A day that is looked at stays the same one while days are added.
  const [day, setDay] = useState<string>()
  const last = (read?.history.length ?? 0) - 1
  const found = day === undefined ? last : (read?.history.findIndex((one) => one.day === day) ?? last)
  const place = found < 0 ? last : found
  const card = useMemo(
    () => read && (read.history[place]?.card ?? scorecard(read.reading, read.reading.now)),
    [read, place],
  )
  const rescue = useInTurns(
    useCallback(
      function* (): Generator<void, NoRescue | undefined> {
        return read && card && (yield* noRescue(read.reading, card.asOf))
      },
      [read, card],
    ),
  )
  if (!read || !card) return undefined
  return {
    ...read,
    card,
    rescue,
    place,
    isNow: place === last,
    goTo: (wanted) => {
      const to = Math.max(0, Math.min(last, wanted))
      setDay(to === last ? undefined : read.history[to]?.day)
    },
  }
}
