import { useEffect, useState } from 'react'
import { useSession, useVersion } from '../../storage/queries'
import type { EngagementSession } from '../../storage/session'
import { useMinute } from '../../view-state/clock'
import type { ForecastTold } from './forecast-told'

const hour = 60 * 60_000
/** How long Today is left alone before the first forecast, and after a change before the next, in milliseconds. */
const firstWait = 2_000
const nextWait = 20_000

interface Kept {
  readonly turn: string
  readonly told: ForecastTold | undefined
}

/** What was told last, so that whoever comes back to Today need not wait for it. */
const kept = new WeakMap<EngagementSession, Kept>()

/**
 * When the exit may be, told once everything else on Today has been, and again every hour and when changes have come
 * to rest. Nothing of it is loaded or run before. Undefined where it cannot be told: the screen of the forecast says why.
 */
export function useToldForecast(isTodayCounted: boolean): ForecastTold | 'coming' | undefined {
  const session = useSession()
  const version = useVersion('issue', 'engagement', 'exitCriterion')
  const turn = `${version} ${Math.floor(useMinute() / hour)}`
  const [shown, setShown] = useState(() => kept.get(session))

  useEffect(() => {
    const before = kept.get(session)
    if (!isTodayCounted || before?.turn === turn) return
    const given = new AbortController()
    async function tell() {
      const next = { turn, told: await forecastOf(session.id, given.signal) }
      if (given.signal.aborted) return
      kept.set(session, next)
      setShown(next)
    }
    const timer = setTimeout(() => requestIdleCallback(() => void tell()), before ? nextWait : firstWait)
    return () => {
      clearTimeout(timer)
      given.abort()
    }
  }, [session, turn, isTodayCounted])

  return shown ? shown.told : 'coming'
}

async function forecastOf(engagement: string, signal: AbortSignal): Promise<ForecastTold | undefined> {
  try {
    const { tellForecast } = await import('./forecast-told')
    return await tellForecast(engagement, signal)
  } catch {
    return undefined
  }
}
