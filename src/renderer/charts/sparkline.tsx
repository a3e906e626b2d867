import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import './charts.css'

interface SparklineProps {
  /** The whole text alternative: what runs from where to where. */
  readonly label: string
  readonly values: readonly number[]
}

const size = { width: 96, height: 22, inset: 3 }

/** A small line without axes, its last value marked. Nothing is drawn for fewer than two values. */
export function Sparkline({ label, values }: SparklineProps) {
  const last = values.at(-1)
  if (last === undefined || values.length < 2) return null
  const across = scaleLinear()
    .domain([0, values.length - 1])
    .range([size.inset, size.width - size.inset])
  const up = scaleLinear()
    .domain([0, Math.max(1, ...values)])
    .range([size.height - size.inset, size.inset])
  const path = line<number>()
    .x((_, place) => across(place))
    .y(up)
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-label={label}
    >
      <path className="chart-line" d={path(values) ?? ''} />
      <circle className="chart-dot" cx={across(values.length - 1)} cy={up(last)} r={2} />
    </svg>
  )
}
