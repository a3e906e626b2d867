import type { EngagementForecast, ForecastRequest } from '@domain/forecast/read-forecast'
import type { ForecastJobs } from '../workers/forecast.worker'
import { WorkerCalls } from '../workers/rpc'

/** Forecasts one engagement in a worker of its own, over everything written so far. */
export class Forecaster {
  private readonly worker = new WorkerCalls<ForecastJobs>(
    new Worker(new URL('../workers/forecast.worker.ts', import.meta.url), { type: 'module' }),
  )

  constructor(private readonly engagement: string) {}

  /** @throws Cancelled when something else was asked meanwhile, or it was stopped */
  forecast(request: ForecastRequest): Promise<EngagementForecast> {
    return this.worker.call('forecast', { engagement: this.engagement, ...request })
  }

  stop(): void {
    this.worker.stop()
  }
}
