import { type EngagementForecast, type ForecastRequest, forecastOf } from '@domain/forecast/read-forecast'
import { inTurns } from '../../storage/pace'
import { Cancelled } from '../rpc'
import { FollowedRows } from './followed-rows'

export interface ForecastInput extends ForecastRequest {
  readonly engagement: string
}

/** Forecasts one engagement; whoever asks again gives up what was asked before. */
export class Forecasting {
  private rowsOf: FollowedRows | undefined
  private running: AbortController | undefined

  readonly forecast = async ({ engagement, ...request }: ForecastInput): Promise<EngagementForecast> => {
    this.running?.abort(new Cancelled())
    const own = new AbortController()
    this.running = own
    this.rowsOf ??= new FollowedRows(engagement)
    const replica = await this.rowsOf.upToDate()
    own.signal.throwIfAborted()
    return inTurns(forecastOf(replica, request), own.signal)
  }
}
