import { stack } from 'd3-shape'
import { Axes } from './axes'
import { ChartFrame } from './chart-frame'
import { bandScale, valueScale } from './scales'
import type { ChartData } from './series'
import { SeriesRect } from './series-rect'

/** Bars of parts that make up a whole; the first series lies at the bottom. */
export function StackedBars({ data }: { readonly data: ChartData }) {
  const { labels, series, widestBand } = data
  const places = labels.map((_, place) => place)
  const layers = stack<unknown, number, number>()
    .keys(series.keys())
    .value((place, layer) => series[layer]?.values[place] ?? 0)(places)
  const across = bandScale(labels.length, widestBand)
  const up = valueScale(Math.max(0, ...layers.flatMap((layer) => layer.map(([, top]) => top))))
  return (
    <ChartFrame data={data}>
      <Axes labels={labels} across={across} up={up} />
      {layers.map((layer) =>
        layer.map(([from, to], place) =>
          to > from ? (
            <SeriesRect
              key={`${layer.key} ${labels[place]}`}
              place={layer.key}
              x={across(place) ?? 0}
              y={up(to)}
              width={across.bandwidth()}
              height={up(from) - up(to)}
              hint={`${labels[place]}, ${series[layer.key]?.name}: ${to - from}`}
            />
          ) : null,
        ),
      )}
    </ChartFrame>
  )
}
