import type { ReactNode } from 'react'
import './charts.css'
import { type ChartData, chartSize } from './series'
import { SeriesRect } from './series-rect'

interface ChartFrameProps {
  readonly data: ChartData
  /** The look of the first series, from nought. */
  readonly firstLook?: number
  /** What the legend tells besides the series. */
  readonly legend?: ReactNode
  readonly children: ReactNode
}

/** A drawing with its legend. The drawing is one image to assistive technology and in a tagged PDF. */
export function ChartFrame({ data, firstLook = 0, legend, children }: ChartFrameProps) {
  return (
    <div>
      <Legend names={data.series.map(({ name }) => name)} firstLook={firstLook}>
        {legend}
      </Legend>
      <svg
        className="chart"
        viewBox={`0 0 ${chartSize.width} ${chartSize.height}`}
        role="img"
        aria-label={`${data.title}. ${data.description}`}
      >
        {children}
      </svg>
    </div>
  )
}

interface LegendProps {
  readonly names: readonly string[]
  readonly firstLook: number
  readonly children: ReactNode
}

function Legend({ names, firstLook, children }: LegendProps) {
  return (
    <ul className="chart-legend">
      {names.map((name, place) => (
        <li key={name}>
          <svg viewBox="0 0 14 10" aria-hidden="true">
            <SeriesRect place={firstLook + place} x={0.5} y={0.5} width={13} height={9} hint={name} />
          </svg>
          {name}
        </li>
      ))}
      {children}
    </ul>
  )
}
