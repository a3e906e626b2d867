import { Random } from '@domain/demo/random'
import type { IssueLife, Spell } from '@domain/forecast/life'
import type { IssueThresholds } from '@domain/forecast/thresholds'
import type { Severity } from '@domain/model/issue'
import { addDays, weekdayOf } from '@domain/time/day'

export const goLiveDay = '2026-03-02'
export const dayLength = 86_400_000
export const goLiveAt = Date.UTC(2026, 2, 2)
const simulatedDays = 200

/**
 * An engagement whose future is known. It is made in another way than the forecast thinks the world to be: arrivals
 * fall towards a floor and not for ever, days differ without a rule, issues take lognormal times, and what would end
 * on a weekend mostly waits for Monday.
 */
export interface SyntheticEngagement {
  readonly lives: readonly IssueLife[]
  readonly thresholds: IssueThresholds
  readonly isWorkday: (day: string) => boolean
}

export function syntheticEngagement(seed: number): SyntheticEngagement {
  const random = new Random(seed)
  const within = (from: number, to: number) => from + random.next() * (to - from)
  const perDay = random.wait(6, 45)
  const floor = within(0.04, 0.3)
  const fall = within(3, 12)
  const atWeekend = random.chance(0.2) ? 1 : within(0.05, 0.5)
  const severe = within(0.08, 0.3)
  const first = within(0.05, 0.3)
  const unrest = within(0, 0.5)
  const comeback = within(0, 0.15)
  const medians = { 1: within(0.1, 0.8), 2: within(0.7, 4), 3: within(2, 9) }
  const spread = within(0.6, 1.3)
  const isWorkday = (day: string) => atWeekend === 1 || !['sat', 'sun'].includes(weekdayOf(day))
  const lives: IssueLife[] = []

  for (let day = 0; day < simulatedDays; day++) {
    const works = isWorkday(addDays(goLiveDay, day))
    const mean =
      perDay * (floor + (1 - floor) * Math.exp(-day / fall)) * (works ? 1 : atWeekend) * unevenness()
    for (let count = poisson(mean); count > 0; count--) {
      const severity: Severity = random.chance(severe) ? (random.chance(first) ? 1 : 2) : 3
      const raised = goLiveAt + (day + random.next()) * dayLength
      lives.push({ raised, severity, spells: spellsOf(raised, severity) })
    }
  }
  return {
    lives,
    isWorkday,
    thresholds: {
      quietDays: random.between(1, 3),
      openSeverity1: 0,
      openSeverity2: random.between(1, 4),
      arrivalsPerDay: perDay * Math.max(floor * within(0.9, 1.6), within(0.15, 0.5)),
      arrivalDays: 7,
    },
  }

  function unevenness(): number {
    return Math.exp(unrest * normal() - unrest ** 2 / 2)
  }

  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  }

  function poisson(mean: number): number {
    let count = 0
    let passed = -Math.log(1 - random.next())
    while (passed < mean) {
      count++
      passed -= Math.log(1 - random.next())
    }
    return count
  }

  function spellsOf(raised: number, severity: Severity): Spell[] {
    const spells: Spell[] = []
    let from = raised
    do {
      const to = onAWorkday(from + medians[severity] * Math.exp(spread * normal()) * dayLength, severity)
      spells.push({ from, to, waited: 0 })
      from = to + within(0.2, 4) * dayLength
    } while (random.chance(comeback))
    return spells
  }

  function onAWorkday(instant: number, severity: Severity): number {
    let at = instant
    const keeps = severity === 1 || random.chance(0.2)
    while (!keeps && !isWorkday(dayAt(at))) at += dayLength
    return at
  }
}

export const dayAt = (instant: number) => addDays(goLiveDay, Math.floor((instant - goLiveAt) / dayLength))

/** What was known at an instant. */
export function knownAt(lives: readonly IssueLife[], asOf: number): IssueLife[] {
  return lives
    .filter(({ raised }) => raised <= asOf)
    .map((life) => ({
      ...life,
      spells: life.spells
        .filter(({ from }) => from <= asOf)
        .map((spell) => (spell.to !== undefined && spell.to > asOf ? { ...spell, to: undefined } : spell)),
    }))
}

/** The first day, counted from the go-live and not before `from`, at whose end the criteria hold; told the slow way. */
export function trueExit(
  { lives, thresholds }: Pick<SyntheticEngagement, 'lives' | 'thresholds'>,
  from: number,
): number | undefined {
  for (let day = from; day < simulatedDays; day++) if (holdsAtEndOf(day)) return day
  return undefined

  function holdsAtEndOf(day: number): boolean {
    const end = goLiveAt + (day + 1) * dayLength
    const raisedWithin = (days: number, most: Severity) =>
      lives.filter(
        ({ raised, severity }) => raised < end && raised >= end - days * dayLength && (severity ?? 3) <= most,
      ).length
    const openOf = (wanted: Severity) =>
      lives.filter(
        ({ severity, spells }) =>
          severity === wanted && spells.some(({ from, to }) => from < end && (to === undefined || to >= end)),
      ).length
    return (
      raisedWithin(thresholds.quietDays, 2) === 0 &&
      openOf(1) === 0 &&
      openOf(2) <= thresholds.openSeverity2 &&
      raisedWithin(thresholds.arrivalDays, 3) <= thresholds.arrivalsPerDay * thresholds.arrivalDays
    )
  }
}
