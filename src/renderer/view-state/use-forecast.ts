import type { EngagementForecast } from '@domain/forecast/read-forecast'
import { asItIs, type WhatIf } from '@domain/forecast/what-if'
import { useEffect, useState } from 'react'
import { Forecaster } from '../storage/forecaster'
import { useSession, useVersion } from '../storage/queries'
import { now, useMinute } from './clock'

/** How long changes are gathered before the forecast is made anew, in milliseconds. */
const gathering = 250
const hour = 3_600_000

export interface ForecastState {
  /** Stays until a newer one is there. */
  readonly told: EngagementForecast | undefined
  readonly pending: boolean
  readonly problem: string | undefined
}

/** The forecast of the open engagement, made anew when what it rests on changes, and every hour. */
export function useForecast(whatIf: WhatIf = asItIs): ForecastState {
  const { id } = useSession()
  const version = useVersion('issue', 'engagement', 'exitCriterion')
  const sinceEpoch = Math.floor(useMinute() / hour)
  const [forecaster, setForecaster] = useState<Forecaster>()
  const [state, setState] = useState<ForecastState>({ told: undefined, pending: true, problem: undefined })

  useEffect(() => {
    const own = new Forecaster(id)
    setForecaster(own)
    return () => own.stop()
  }, [id])

  useEffect(() => {
    void version
    void sinceEpoch
    if (!forecaster) return
    let current = true
    setState((before) => ({ ...before, pending: true }))
    const timer = setTimeout(() => {
      forecaster.forecast({ asOf: now(), whatIf }).then(
        (told) => current && setState({ told, pending: false, problem: undefined }),
        (error: unknown) => {
          if (!current) return
          const problem = error instanceof Error ? error.message : String(error)
          setState((before) => ({ ...before, pending: false, problem }))
        },
      )
    }, gathering)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [forecaster, version, sinceEpoch, whatIf])

  return state
}
