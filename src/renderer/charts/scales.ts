import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale'
import { plot, plotBottom, plotWidth } from './series'

/** No bar grows wider than this, so that one day alone does not fill the page. */
const usuallyWidest = 56

export function bandScale(count: number, widestBand = usuallyWidest): ScaleBand<number> {
  const width = Math.min(plotWidth, count * widestBand)
  return scaleBand<number>()
    .domain(Array.from({ length: count }, (_, place) => place))
    .range([plot.left, plot.left + width])
    .paddingInner(0.25)
    .paddingOuter(0.15)
}

/** From nought to the greatest value; a chart of nothing still has a scale. */
export function valueScale(greatest: number): ScaleLinear<number, number> {
  return scaleLinear()
    .domain([0, Math.max(greatest, 1)])
    .nice(4)
    .range([plotBottom, plot.top])
}
