import { normalAt } from './chance'

/** What was raised on a day; a share of an issue where its severity is only likely. */
export interface ArrivalDay {
  readonly raised: number
  readonly isWorkday: boolean
}

/**
 * How many issues a day brings: `exp(level + slope × days from today + rest, on a day of rest)`, with how sure that
 * is, and how much more the days differ than chance alone would have it.
 */
export interface ArrivalModel {
  readonly mean: Three
  /** Lower triangle, row by row, whose transpose makes normal values differ together as `mean` may. */
  readonly spread: readonly [Three, Three, Three]
  /** Variance of a day's count over its mean, 1 at least. */
  readonly roughness: number
  /** What a usual day brings, for the size of the noise that roughness is. */
  readonly usual: number
}

type Three = readonly [number, number, number]
type Matrix = [number[], number[], number[]]

/**
 * What is believed before anything is seen: arrivals fall, by some 8 % a day and hardly ever by a quarter, and a day of
 * rest brings a third of a workday. The level is as good as left open.
 */
const believed = { slope: { mean: -0.08, spread: 0.1 }, rest: { mean: Math.log(1 / 3), spread: 1 } }
const levelSpread = 1.5
/** How far a part may differ from the whole. */
const partSpread = { slope: 0.03, rest: 0.5 }

function beliefsOf({ mean, spread: [, second, third] }: ArrivalModel): typeof believed {
  return {
    slope: { mean: mean[1], spread: Math.hypot(second[1], third[1], partSpread.slope) },
    rest: { mean: mean[2], spread: Math.hypot(third[2], partSpread.rest) },
  }
}

/** Days of an as yet unknown roughness that are thought to have been seen, so that a week's luck is no rule. */
const roughBefore = { days: 6, roughness: 1.3 }
const roundsOfNewton = 25

/**
 * Fits the days (a Poisson regression with the beliefs above); the last is yesterday.
 * @param like a model of which these are a part: they fall about as it does, and rest about as it does
 */
export function fitArrivals(days: readonly ArrivalDay[], like?: ArrivalModel): ArrivalModel {
  const total = days.reduce((sum, { raised }) => sum + raised, 0)
  const { slope, rest } = like ? beliefsOf(like) : believed
  const prior: Three = [Math.log((total + 0.5) / Math.max(1, days.length)), slope.mean, rest.mean]
  const trust: Three = [1 / levelSpread ** 2, 1 / slope.spread ** 2, 1 / rest.spread ** 2]
  const at = days.map(({ isWorkday }, place): Three => [1, place - days.length, isWorkday ? 0 : 1])
  let mean: number[] = [...prior]
  for (let round = 0; round < roundsOfNewton; round++) {
    const ascent = trust.map((weight, k) => -weight * ((mean[k] ?? 0) - (prior[k] ?? 0)))
    for (const [place, day] of days.entries()) {
      const terms = at[place] as Three
      const over = day.raised - expectedAt(mean, terms)
      for (let k = 0; k < 3; k++) ascent[k] = (ascent[k] ?? 0) + over * (terms[k] ?? 0)
    }
    const step = solved(rootOf(curvature(mean, at, trust, 1)), ascent)
    // Never further than a factor of e in one round: from far away Newton would jump over the place.
    const longest = Math.max(1, ...step.map((value, k) => Math.abs(value * (at[0]?.[k] ?? 1))))
    mean = mean.map((value, k) => value + (step[k] ?? 0) / longest)
  }
  const excess = days.reduce((sum, { raised }, place) => {
    const expected = expectedAt(mean, at[place] as Three)
    return sum + (raised - expected) ** 2 / Math.max(expected, 0.25)
  }, 0)
  const roughness = Math.max(
    1,
    (excess + roughBefore.days * roughBefore.roughness) / (Math.max(0, days.length - 3) + roughBefore.days),
  )
  return {
    mean: [mean[0] ?? 0, mean[1] ?? 0, mean[2] ?? 0],
    spread: inverseOf(rootOf(curvature(mean, at, trust, roughness))),
    roughness,
    usual: Math.max(0.05, total / Math.max(1, days.length)),
  }
}

/** One of the truths that the days leave possible. */
export function drawnFrom({ mean, spread }: ArrivalModel, chances: Three): Three {
  const [one, two, three] = chances.map(normalAt) as unknown as Three
  const [first, second, third] = spread
  return [
    mean[0] + first[0] * one + second[0] * two + third[0] * three,
    mean[1] + second[1] * two + third[1] * three,
    mean[2] + third[2] * three,
  ]
}

function expectedAt(mean: readonly number[], terms: Three): number {
  return Math.exp((mean[0] ?? 0) + (mean[1] ?? 0) * terms[1] + (mean[2] ?? 0) * terms[2])
}

function curvature(mean: readonly number[], at: readonly Three[], trust: Three, roughness: number): Matrix {
  const matrix: Matrix = [
    [trust[0], 0, 0],
    [0, trust[1], 0],
    [0, 0, trust[2]],
  ]
  for (const terms of at) {
    const weight = expectedAt(mean, terms) / roughness
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 3; column++) {
        const line = matrix[row] as number[]
        line[column] = (line[column] ?? 0) + weight * (terms[row] ?? 0) * (terms[column] ?? 0)
      }
  }
  return matrix
}

/** The lower triangle (Cholesky's) whose square a matrix is. */
function rootOf(matrix: Matrix): Matrix {
  const root: Matrix = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]
  for (let row = 0; row < 3; row++)
    for (let column = 0; column <= row; column++) {
      let left = matrix[row]?.[column] ?? 0
      for (let k = 0; k < column; k++) left -= (root[row]?.[k] ?? 0) * (root[column]?.[k] ?? 0)
      const line = root[row] as number[]
      line[column] = row === column ? Math.sqrt(Math.max(left, 1e-12)) : left / (root[column]?.[column] ?? 1)
    }
  return root
}

function inverseOf(root: Matrix): [Three, Three, Three] {
  const columns = [0, 1, 2].map((column) =>
    forward(
      root,
      [0, 1, 2].map((row) => (row === column ? 1 : 0)),
    ),
  )
  const row = (place: number): Three => [
    columns[0]?.[place] ?? 0,
    columns[1]?.[place] ?? 0,
    columns[2]?.[place] ?? 0,
  ]
  return [row(0), row(1), row(2)]
}

function solved(root: Matrix, wanted: readonly number[]): number[] {
  const half = forward(root, wanted)
  const found = [0, 0, 0]
  for (let row = 2; row >= 0; row--) {
    let left = half[row] ?? 0
    for (let k = row + 1; k < 3; k++) left -= (root[k]?.[row] ?? 0) * (found[k] ?? 0)
    found[row] = left / (root[row]?.[row] ?? 1)
  }
  return found
}

function forward(root: Matrix, wanted: readonly number[]): number[] {
  const found: number[] = []
  for (let row = 0; row < 3; row++) {
    let left = wanted[row] ?? 0
    for (let k = 0; k < row; k++) left -= (root[row]?.[k] ?? 0) * (found[k] ?? 0)
    found.push(left / (root[row]?.[row] ?? 1))
  }
  return found
}
