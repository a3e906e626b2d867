import { likelyExitText } from '@domain/forecast/words'
import { Forecaster } from '../../storage/forecaster'
import { now } from '../../view-state/clock'

export interface ForecastTold {
  readonly text: string
  readonly isOver: boolean
}

/**
 * Forecasts in a worker that is gone afterwards: Today asks seldom, and its rows are as many as those on the screen.
 * Undefined where nothing can be said.
 */
export async function tellForecast(
  engagement: string,
  signal: AbortSignal,
): Promise<ForecastTold | undefined> {
  const forecaster = new Forecaster(engagement)
  const stop = () => forecaster.stop()
  signal.addEventListener('abort', stop)
  try {
    const forecast = await forecaster.forecast({ asOf: now() })
    if (forecast.kind !== 'range') return undefined
    const { plan } = forecast
    return { text: likelyExitText(forecast), isOver: plan !== undefined && plan.over.middle !== 0 }
  } finally {
    signal.removeEventListener('abort', stop)
    forecaster.stop()
  }
}
