/** One measure over the places of a chart's axis. `values` has one number per label. */
export interface Series {
  readonly name: string
  readonly values: readonly number[]
}

/** What a chart is drawn from. `title` and `description` are its text alternative. */
export interface ChartData {
  readonly title: string
  readonly description: string
  readonly labels: readonly string[]
  /** No bar grows wider than this, in units of the drawing; labels of words need more room than days do. */
  readonly widestBand?: number
  readonly series: readonly Series[]
}

export const chartSize = { width: 680, height: 152 }
export const plot = { left: 34, right: 14, top: 8, bottom: 20 }

export const plotWidth = chartSize.width - plot.left - plot.right
export const plotBottom = chartSize.height - plot.bottom

/** Rungs of a value axis: whole numbers, because half an item is none. */
export function wholeTicks(ticks: readonly number[]): number[] {
  return ticks.filter(Number.isInteger)
}

/** Which labels of a crowded axis are written: every so many, counted back from the last, which always is. */
export function writtenLabels(count: number, most: number): ReadonlySet<number> {
  const step = Math.max(1, Math.ceil(count / most))
  const written = new Set<number>()
  for (let place = count - 1; place >= 0; place -= step) written.add(place)
  return written
}
