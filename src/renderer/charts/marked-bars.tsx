import { line } from 'd3-shape'
import { Axes } from './axes'
import { ChartFrame } from './chart-frame'
import { type MarkShape, MarkSign } from './mark-sign'
import { bandScale, valueScale } from './scales'
import { type ChartData, plot } from './series'
import { SeriesRect } from './series-rect'

/** A sign above a place of the axis. */
export interface PlaceMark {
  readonly place: number
  readonly shape: MarkShape
  readonly hint: string
}

export interface MarkedData extends ChartData {
  /** What could be reached, drawn as a line over the bars; null where it is not known. */
  readonly level: { readonly name: string; readonly values: readonly (number | null)[] }
  readonly marks: readonly PlaceMark[]
  /** What the signs stand for. */
  readonly signs: readonly { readonly shape: MarkShape; readonly name: string }[]
}

/** Room above the greatest value, for the signs. */
const headroom = 1.2
const rowOfSigns = 9
/** A quiet look: on the screen the first is that of the gravest. */
const barLook = 2

/** Bars of one measure under a line of what is possible, with signs for what happened. */
export function MarkedBars({ data }: { readonly data: MarkedData }) {
  const { labels, series, level, marks, signs, widestBand } = data
  const values = series[0]?.values ?? []
  const across = bandScale(labels.length, widestBand)
  const up = valueScale(headroom * Math.max(0, ...values, ...level.values.map((value) => value ?? 0)))
  const middle = (place: number) => (across(place) ?? 0) + across.bandwidth() / 2
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, place) => middle(place))
    .y((value) => up(value ?? 0))
  return (
    <ChartFrame
      data={data}
      firstLook={barLook}
      legend={
        <>
          <li>
            <svg viewBox="0 0 14 10" aria-hidden="true">
              <path className="chart-level" d="M0 5H14" />
            </svg>
            {level.name}
          </li>
          {signs.map(({ shape, name }) => (
            <li key={name}>
              <svg viewBox="0 0 14 10" aria-hidden="true">
                <MarkSign shape={shape} x={7} y={5} hint={name} />
              </svg>
              {name}
            </li>
          ))}
        </>
      }
    >
      <Axes labels={labels} across={across} up={up} />
      {values.map((value, place) =>
        value > 0 ? (
          <SeriesRect
            key={labels[place]}
            place={barLook}
            x={across(place) ?? 0}
            y={up(value)}
            width={across.bandwidth()}
            height={up(0) - up(value)}
            hint={`${labels[place]}: ${value}`}
          />
        ) : null,
      )}
      <path className="chart-level" d={path(level.values) ?? ''} />
      {marks.map(({ place, shape, hint }) => (
        <MarkSign
          key={`${place} ${shape}`}
          shape={shape}
          x={middle(place)}
          y={plot.top + (shape === 'triangle' ? 0 : rowOfSigns)}
          hint={hint}
        />
      ))}
    </ChartFrame>
  )
}
