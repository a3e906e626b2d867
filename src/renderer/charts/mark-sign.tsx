export type MarkShape = 'triangle' | 'diamond'

interface MarkSignProps {
  readonly shape: MarkShape
  /** Its middle. */
  readonly x: number
  readonly y: number
  /** What a pointer resting on it is told. */
  readonly hint: string
}

/** Two signs that are told apart by their form: one filled, one open. */
export function MarkSign({ shape, x, y, hint }: MarkSignProps) {
  return (
    <path
      className={shape === 'triangle' ? 'chart-mark' : 'chart-mark-open'}
      transform={`translate(${x} ${y})`}
      d={shape === 'triangle' ? 'M0 -4L4 3H-4Z' : 'M0 -4L4 0L0 4L-4 0Z'}
    >
      <title>{hint}</title>
    </path>
  )
}
