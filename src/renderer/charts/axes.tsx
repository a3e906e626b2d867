import type { ScaleBand, ScaleLinear } from 'd3-scale'
import { chartSize, plot, plotBottom, wholeTicks, writtenLabels } from './series'

interface AxesProps {
  readonly labels: readonly string[]
  readonly across: ScaleBand<number>
  readonly up: ScaleLinear<number, number>
}

const mostLabels = 10
const wantedRungs = 4

export function Axes({ labels, across, up }: AxesProps) {
  const written = writtenLabels(labels.length, mostLabels)
  const right = chartSize.width - plot.right
  return (
    <g>
      {wholeTicks(up.ticks(wantedRungs)).map((value) => (
        <g key={value} transform={`translate(0 ${up(value)})`}>
          <line x1={plot.left} x2={right} className={value === 0 ? 'chart-axis' : 'chart-grid'} />
          <text x={plot.left - 6} dy="0.32em" textAnchor="end">
            {value.toLocaleString('en-GB')}
          </text>
        </g>
      ))}
      {labels.map((label, place) =>
        written.has(place) ? (
          <text
            key={label}
            x={(across(place) ?? 0) + across.bandwidth() / 2}
            y={plotBottom + 14}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
    </g>
  )
}
