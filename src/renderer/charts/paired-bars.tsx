import { Axes } from './axes'
import { ChartFrame } from './chart-frame'
import { bandScale, valueScale } from './scales'
import type { ChartData } from './series'
import { SeriesRect } from './series-rect'

/** Bars side by side, to compare two (or three) measures place by place. */
export function PairedBars({ data }: { readonly data: ChartData }) {
  const { labels, series, widestBand } = data
  const across = bandScale(labels.length, widestBand)
  const up = valueScale(Math.max(0, ...series.flatMap(({ values }) => values)))
  const width = across.bandwidth() / Math.max(1, series.length)
  return (
    <ChartFrame data={data}>
      <Axes labels={labels} across={across} up={up} />
      {series.map(({ name, values }, layer) =>
        values.map((value, place) =>
          value > 0 ? (
            <SeriesRect
              key={`${name} ${labels[place]}`}
              place={layer}
              x={(across(place) ?? 0) + layer * width}
              y={up(value)}
              width={width}
              height={up(0) - up(value)}
              hint={`${labels[place]}, ${name}: ${value}`}
            />
          ) : null,
        ),
      )}
    </ChartFrame>
  )
}
