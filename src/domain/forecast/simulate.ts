import { bandOfAge, bands, levels, oldest, zeros } from './ages'
import { type ArrivalModel, drawnFrom, fitArrivals } from './arrival-model'
import { chanceAt, countAt, normalAt, placeOfChance, rateAt, shareAt, someAt } from './chance'
import type { ForecastHistory, HistoryDay } from './history'
import type { ResolvingHistory } from './resolving-history'
import type { IssueThresholds } from './thresholds'
import type { WhatIf } from './what-if'

/** A run that has not met the criteria by then is said to go on. */
export const horizon = 120

export interface SimulationQuestion {
  readonly seed: number
  readonly runs: number
  readonly thresholds: IssueThresholds
  readonly whatIf: WhatIf
  /** People who resolve issues now: one more of them adds as much as each of them does. */
  readonly people: number
  /** Whether the day so many days from today is a workday. */
  readonly isWorkdayAhead: (ahead: number) => boolean
}

/** Purposes that chance is asked for; those of a day, and those of a run, which stay the same on all its days. */
const ofDay = {
  severe: 0,
  rough: 1,
  minor: 2,
  minorRough: 3,
  severity1: 4,
  ends: 100,
  comebacks: 300,
  lag: 400,
}
const ofRun = {
  severe: 1_000,
  minor: 1_010,
  drift: 1_020,
  share: 1_030,
  unset: 1_040,
  comeback: 1_050,
  ends: 1_100,
}
/** The day that stands for the run as a whole. */
const wholeRun = 100_000

/** How much of the slope of one day is still there on the next: what falls does not fall for ever. */
const slopeKept = 0.96
/** By how much the level strays in a day, as a share, beyond what the past days could tell. */
const strays = 0.12

/**
 * Runs the engagement on from today, day by day, again and again; yields after some runs. Tells for each run after how
 * many days the criteria hold for the first time at the end of a day, `horizon` where they never do.
 */
export function* simulate(
  history: ForecastHistory,
  question: SimulationQuestion,
): Generator<void, Int32Array> {
  const exits = new Int32Array(question.runs)
  const model = new Model(history, question)
  for (let run = 0; run < question.runs; run++) {
    if (run % 100 === 99) yield
    exits[run] = model.run(run)
  }
  return exits
}

/** What is not drawn anew for each run, and the room that all runs use in turn. */
class Model {
  private readonly severe: ArrivalModel
  private readonly minor: ArrivalModel
  private readonly resolving: ResolvingHistory
  private readonly severeShare: readonly [number, number]
  private readonly firstShare: readonly [number, number]
  private readonly restFactor: readonly number[]
  private readonly expectedRates: readonly number[]
  private readonly workdays: readonly boolean[]
  /** Today and the days before that still count for the arrival rate, oldest first. */
  private readonly recent: readonly number[]
  /** Days since a severity 1 or 2 was last raised, 0 for today. */
  private readonly quietSince: number
  private readonly speed: number
  private readonly rates = new Float64Array(levels * bands)
  private readonly open = Array.from({ length: 2 }, () => new Int32Array(oldest + 1))
  private readonly comingBack = Array.from({ length: 2 }, () => new Int32Array(horizon))
  private readonly arrived: Int32Array

  constructor(
    private readonly history: ForecastHistory,
    private readonly question: SimulationQuestion,
  ) {
    const { days, todaySoFar } = history
    const all = [...days, todaySoFar]
    const first = sumOf(all, (day) => day.raised[0] ?? 0)
    const second = sumOf(all, (day) => day.raised[1] ?? 0)
    const third = sumOf(all, (day) => day.raised[2] ?? 0)
    this.severeShare = [first + second + 0.5, third + 0.5]
    this.firstShare = [first + 0.5, second + 2]
    const likely = this.severeShare[0] / (this.severeShare[0] + this.severeShare[1])
    const severeOf = (day: HistoryDay) => (day.raised[0] ?? 0) + (day.raised[1] ?? 0) + likely * day.unset
    const totalOf = (day: HistoryDay) => sumOf(day.raised, (count) => count) + day.unset
    const modelOf = (raisedOn: (day: HistoryDay) => number, like?: ArrivalModel) =>
      fitArrivals(
        days.map((day) => ({ raised: raisedOn(day), isWorkday: day.isWorkday })),
        like,
      )
    const whole = modelOf(totalOf)
    this.severe = modelOf(severeOf, whole)
    this.minor = modelOf((day) => totalOf(day) - severeOf(day), whole)
    this.resolving = question.whatIf.patchDaily ? history.resolvingPatchedDaily : history.resolving
    this.restFactor = Array.from({ length: levels }, (_, level) => restFactorOf(this.resolving, level))
    this.expectedRates = expectedRatesOf(this.resolving, this.restFactor)
    this.workdays = Array.from({ length: horizon }, (_, ahead) => question.isWorkdayAhead(ahead))
    this.recent = all.slice(-question.thresholds.arrivalDays).map(totalOf)
    const lastSevere = all.findLastIndex(({ raised }) => (raised[0] ?? 0) + (raised[1] ?? 0) > 0)
    this.quietSince = lastSevere < 0 ? Number.POSITIVE_INFINITY : all.length - 1 - lastSevere
    this.speed = 1 + question.whatIf.morePeople / Math.max(1, question.people)
    this.arrived = new Int32Array(horizon)
  }

  run(run: number): number {
    const { history, question, open, comingBack, arrived, workdays } = this
    const { seed, thresholds, whatIf } = question
    const whole = placeOfChance(seed, run, wholeRun)
    const drawn = (purpose: number) => chanceAt(whole, purpose)
    const severe = drawnFrom(this.severe, three(drawn, ofRun.severe))
    const minor = drawnFrom(this.minor, three(drawn, ofRun.minor))
    const drift = strays * normalAt(drawn(ofRun.drift))
    const firstShare = shareAt(drawn(ofRun.share), drawn(ofRun.share + 1), ...this.firstShare)
    const { comebacks, allEnds } = this.resolving
    const comeback = shareAt(
      drawn(ofRun.comeback),
      drawn(ofRun.comeback + 1),
      comebacks.length + 0.5,
      allEnds - comebacks.length + 5,
    )
    this.drawRates(drawn)
    for (const level of [0, 1] as const) {
      open[level]?.set(history.open[level] ?? [])
      comingBack[level]?.fill(0)
    }
    arrived.fill(0)
    const unsetSince = this.spreadUnset(drawn, firstShare)
    let lastSevere = -Math.min(this.quietSince, unsetSince)
    let fallen = 0
    let kept = 1
    for (let day = 0; day < horizon; day++) {
      const place = placeOfChance(seed, run, day)
      const left = day === 0 ? 1 - history.partOfToday : 1
      const isWorkday = workdays[day] ?? true
      if (day > 0) {
        fallen += kept
        kept *= slopeKept
        for (const ages of open) grow(ages)
      }
      const stray = drift * Math.sqrt(day)
      const share = left * whatIf.arrivals
      const rest = isWorkday ? 0 : 1
      const ofSevere = Math.exp(severe[0] + severe[1] * fallen + severe[2] * rest + stray) * share
      const ofMinor = Math.exp(minor[0] + minor[1] * fallen + minor[2] * rest + stray) * share
      const newSevere = countAt(
        chanceAt(place, ofDay.severe),
        ofSevere * noiseAt(chanceAt(place, ofDay.rough), this.severe.roughness, this.severe.usual),
      )
      const newMinor = countAt(
        chanceAt(place, ofDay.minor),
        ofMinor * noiseAt(chanceAt(place, ofDay.minorRough), this.minor.roughness, this.minor.usual),
      )
      const newFirst = someAt(chanceAt(place, ofDay.severity1), newSevere, firstShare)
      if (newSevere > 0) lastSevere = day
      arrived[day] = newSevere + newMinor
      this.openAt(0, 0, newFirst + (comingBack[0]?.[day] ?? 0))
      this.openAt(1, 0, newSevere - newFirst + (comingBack[1]?.[day] ?? 0))
      this.end(place, day, isWorkday, left, comeback)
      if (
        day - lastSevere >= thresholds.quietDays &&
        totalOf(open[0]) <= thresholds.openSeverity1 &&
        totalOf(open[1]) <= thresholds.openSeverity2 &&
        this.arrivalsUntil(day) <= thresholds.arrivalsPerDay * thresholds.arrivalDays
      )
        return day
    }
    return horizon
  }

  /** Some of the rest of an hour's work: of the open issues of each age, those that end today. */
  private end(place: number, day: number, isWorkday: boolean, left: number, comeback: number): void {
    const { comebacks } = this.resolving
    for (let level = 0; level < 2; level++) {
      const ages = this.open[level] as Int32Array
      const pace = (isWorkday ? 1 : (this.restFactor[level] ?? 1)) * this.speed * left
      let ended = 0
      for (let age = 0; age <= oldest; age++) {
        const count = ages[age] as number
        if (count === 0) continue
        const rate = this.rates[level * bands + (bandOfAge[age] as number)] as number
        const some = someAt(
          chanceAt(place, ofDay.ends + level * (oldest + 1) + age),
          count,
          1 - Math.exp(-rate * pace),
        )
        ages[age] = count - some
        ended += some
      }
      if (ended === 0) continue
      const back = someAt(chanceAt(place, ofDay.comebacks + level), ended, comeback)
      if (back === 0) continue
      const turn = Math.floor(chanceAt(place, ofDay.lag + level) * comebacks.length)
      const on = day + Math.max(1, comebacks[turn] ?? usualLag)
      const coming = this.comingBack[level] as Int32Array
      if (on < horizon) coming[on] = (coming[on] ?? 0) + back
    }
  }

  private openAt(level: 0 | 1, age: number, count: number): void {
    const ages = this.open[level] as Int32Array
    ages[age] = (ages[age] ?? 0) + count
  }

  /** Says of each open issue without a severity what it may turn out to be; tells for how long none was severe. */
  private spreadUnset(drawn: (purpose: number) => number, firstShare: number): number {
    let youngest = Number.POSITIVE_INFINITY
    const [yes, no] = this.severeShare
    for (const [age, count] of this.history.openUnset.entries()) {
      if (count === 0) continue
      const severe = someAt(drawn(ofRun.unset + 200 + age), count, yes / (yes + no))
      const first = someAt(drawn(ofRun.unset + 300 + age), severe, firstShare)
      this.openAt(0, age, first)
      this.openAt(1, age, severe - first)
      if (severe > 0) youngest = Math.min(youngest, age)
    }
    return youngest
  }

  private drawRates(drawn: (purpose: number) => number): void {
    const { ends } = this.resolving
    for (let level = 0; level < 2; level++)
      for (let band = 0; band < bands; band++) {
        const place = level * bands + band
        const usual = this.expectedRates[place] ?? 0.1
        const exposure = exposureOf(this.resolving, this.restFactor, level, band)
        this.rates[place] = rateAt(
          drawn(ofRun.ends + place),
          (ends[place] ?? 0) + pooled,
          exposure + pooled / usual,
        )
      }
  }

  private arrivalsUntil(day: number): number {
    const { arrivalDays } = this.question.thresholds
    let sum = 0
    for (let back = 0; back < arrivalDays; back++) {
      const on = day - back
      // What came today so far is part of today.
      if (on >= 0) sum += this.arrived[on] as number
      if (on <= 0) sum += this.recent[this.recent.length - 1 + on] ?? 0
    }
    return sum
  }
}

/** So many ends of the usual kind are thought to have been seen at each level and age. */
const pooled = 1
/** Days until an end that does not hold comes back, where none has so far. */
const usualLag = 2

/** How much slower issues of a level end on a day of rest. */
function restFactorOf({ ends, workdays, restDays, endsOnRestDays }: ResolvingHistory, level: number): number {
  const from = level * bands
  const within = (counts: readonly number[]) => sumOf(counts.slice(from, from + bands), (count) => count)
  const onRest = endsOnRestDays[level] ?? 0
  const onWork = within(ends) - onRest
  const rate = (count: number, days: number) => (count + 0.5) / (days + 1)
  return Math.min(1.5, rate(onRest, within(restDays)) / rate(onWork, within(workdays)))
}

/** Days, counted as workdays, on which issues of a level and an age could have ended. */
function exposureOf(
  { workdays, restDays }: ResolvingHistory,
  restFactor: readonly number[],
  level: number,
  band: number,
): number {
  const place = level * bands + band
  return (workdays[place] ?? 0) + (restFactor[level] ?? 1) * (restDays[place] ?? 0)
}

/** Ends in a workday by level and age, if all levels slowed down with age alike. */
function expectedRatesOf(resolving: ResolvingHistory, restFactor: readonly number[]): number[] {
  const exposure = zeros(levels * bands).map((_, place) =>
    exposureOf(resolving, restFactor, Math.floor(place / bands), place % bands),
  )
  const ofBand = (counts: readonly number[], band: number) =>
    sumOf(placesOfLevels, (from) => counts[from + band] ?? 0)
  const overall = (sumOf(resolving.ends, itself) + 0.5) / (sumOf(exposure, itself) + 5)
  const byBand = zeros(bands).map(
    (_, band) => (ofBand(resolving.ends, band) + 1) / (ofBand(exposure, band) + 1 / overall),
  )
  return placesOfLevels.flatMap((from) => {
    const ends = sumOf(resolving.ends.slice(from, from + bands), itself)
    const expected = byBand.reduce((sum, rate, band) => sum + rate * (exposure[from + band] ?? 0), 0)
    return byBand.map((rate) => (rate * (ends + 1)) / (expected + 1))
  })
}

const placesOfLevels = zeros(levels).map((_, level) => level * bands)
const itself = (count: number) => count

/** By how much a day is above or below what its model expects, beyond mere chance. */
function noiseAt(chance: number, roughness: number, usual: number): number {
  if (roughness <= 1) return 1
  const shape = usual / (roughness - 1)
  return rateAt(chance, shape, shape)
}

function three(drawn: (purpose: number) => number, first: number): [number, number, number] {
  return [drawn(first), drawn(first + 1), drawn(first + 2)]
}

/** Everything is a day older. */
function grow(ages: Int32Array): void {
  const last = (ages[oldest] ?? 0) + (ages[oldest - 1] ?? 0)
  ages.copyWithin(1, 0, oldest)
  ages[oldest] = last
  ages[0] = 0
}

function totalOf(ages: Int32Array | undefined): number {
  let sum = 0
  if (ages) for (const count of ages) sum += count
  return sum
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}
