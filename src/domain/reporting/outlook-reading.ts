import { type EngagementForecast, forecastOf } from '../forecast/read-forecast'
import type { Replica } from '../merge/replica'
import { type EffortPlan, effortPerDay, effortPlan } from '../tapering/plan'
import { finish } from '../triage/sliced-sort'
import type { Reading } from './reading'

/** What a report made at one instant says of the days to come: when the exit may be, and what is planned until then. */
export class OutlookReading {
  readonly plan: EffortPlan
  /** Planned person days of a day beyond the plan; undefined where none are planned. */
  readonly perDay: number | undefined
  private told: EngagementForecast | undefined

  constructor(
    private readonly replica: Replica,
    private readonly read: Pick<Reading, 'engagement' | 'asOf'>,
  ) {
    const { engagement, asOf } = read
    const [phases, efforts] = [replica.rows('cadencePhase'), replica.rows('effort')]
    this.plan = effortPlan(phases.values(), efforts.values(), engagement, asOf)
    this.perDay = effortPerDay(this.plan)
  }

  /** Played through thousands of times, so only where somebody asks for it. */
  get forecast(): EngagementForecast {
    this.told ??= finish(forecastOf(this.replica, { asOf: this.read.asOf }))
    return this.told
  }
}
