/** Distance between the stripes of a striped series, in units of the drawing. */
const stripe = 3

interface SeriesRectProps {
  /** Place of the series, from nought; there are four looks. */
  readonly place: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** What a pointer resting on it is told. */
  readonly hint: string
}

/**
 * A bar in the look of its series. Looks differ in shade, and by stripes or an outline besides, so that they are
 * told apart in greyscale. Stripes are drawn line by line: an SVG pattern would go into a PDF as a picture.
 */
export function SeriesRect({ place, hint, ...box }: SeriesRectProps) {
  const look = (place % 4) + 1
  return (
    <g>
      <title>{hint}</title>
      <rect {...box} className={`chart-fill-${look}`} />
      {look === 2 && <path d={stripes(box)} className="chart-stripes" />}
    </g>
  )
}

type Box = Pick<SeriesRectProps, 'x' | 'y' | 'width' | 'height'>

function stripes({ x, y, width, height }: Box): string {
  let path = ''
  for (let down = stripe; down < height; down += stripe) path += `M${x} ${y + height - down}h${width}`
  return path
}
