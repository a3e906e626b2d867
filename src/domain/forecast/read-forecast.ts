import { cadenceOf } from '../cadence/cadence'
import type { Replica } from '../merge/replica'
import { engagementKey } from '../model/engagement'
import type { Instant } from '../model/value'
import { endedAt, ownerAt, phasesOf } from '../triage/as-of'
import { type ExitForecast, forecast } from './forecast'
import { historyOf } from './history'
import { livesAt } from './life'
import { type IssueThresholds, thresholdsAt } from './thresholds'
import type { TooLittle } from './too-little'
import { asItIs, type WhatIf } from './what-if'

export interface ForecastRequest {
  readonly asOf: Instant
  readonly seed?: number
  readonly runs?: number
  readonly thresholds?: IssueThresholds
  readonly whatIf?: WhatIf
}

/** There is no hypercare yet that could end: no go-live is set, or it is still to come. */
export interface NotLive {
  readonly kind: 'not-live'
  /** Null where none is set. */
  readonly goLiveAt: Instant | null
}

export type EngagementForecast = NotLive | TooLittle | ReadForecast

export interface ReadForecast extends ExitForecast {
  readonly thresholds: IssueThresholds
  readonly whatIf: WhatIf
  readonly basis: ForecastBasis
}

/** What a forecast was made from. */
export interface ForecastBasis {
  readonly days: number
  readonly raised: number
  readonly ended: number
  readonly cameBack: number
  /** People whose issues ended of late. */
  readonly people: number
  /** Fixes that were ready and waited for their patch longer than a day. */
  readonly waitedForPatch: number
  /** New issues a day over the last seven whole days, all of them and those of severity 1 and 2. */
  readonly arrivalsPerDay: number
  readonly severePerDay: number
  readonly openSeverity1: number
  readonly openSeverity2: number
  readonly openUnset: number
}

/** The same seed for everybody: two laptops with the same data tell the same forecast. */
const usualSeed = 20_260_302
const lately = 14 * 86_400_000
const week = 7

/** Reads an engagement and forecasts its exit, in steps. */
export function* forecastOf(replica: Replica, request: ForecastRequest): Generator<void, EngagementForecast> {
  const { asOf, seed = usualSeed, thresholds = thresholdsAt(replica, asOf), whatIf = asItIs, runs } = request
  const about = replica.rows('engagement').get(engagementKey)?.values ?? {}
  const goLiveAt = about.goLiveAt ?? null
  if (goLiveAt === null || goLiveAt > asOf) return { kind: 'not-live', goLiveAt }
  const { zone, isWorkday } = cadenceOf([], about)
  const history = historyOf(livesAt(replica, asOf), { goLiveAt, asOf, zone, isWorkday })
  const people = resolvers(replica, asOf)
  const told = yield* forecast(history, {
    seed,
    thresholds,
    whatIf,
    people,
    isWorkday,
    plannedEndOn: about.plannedEndOn ?? null,
    ...(runs !== undefined && { runs }),
  })
  if (told.kind === 'too-little') return told
  const lastWeek = history.days.slice(-week)
  const perDay = (of: (raised: readonly number[], unset: number) => number) =>
    lastWeek.reduce((sum, { raised, unset }) => sum + of(raised, unset), 0) / lastWeek.length
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  return {
    ...told,
    thresholds,
    whatIf,
    basis: {
      days: history.days.length,
      raised: history.raised,
      ended: history.resolving.allEnds,
      cameBack: history.resolving.comebacks.length,
      people,
      waitedForPatch: history.waitedForPatch,
      arrivalsPerDay: perDay((raised, unset) => total(raised) + unset),
      severePerDay: perDay(([first = 0, second = 0]) => first + second),
      openSeverity1: total(history.open[0] ?? []),
      openSeverity2: total(history.open[1] ?? []),
      openUnset: total(history.openUnset),
    },
  }
}

/** How many people have had issues that ended within the last two weeks. */
function resolvers(replica: Replica, asOf: Instant): number {
  const owners = new Set<string>()
  for (const row of replica.rows('issue').values()) {
    const ended = endedAt(phasesOf(row), asOf)
    if (ended === undefined || ended < asOf - lately) continue
    const owner = ownerAt(row, asOf)
    if (owner !== null) owners.add(owner)
  }
  return owners.size
}
