import * as z from 'zod/mini'

/** The field in which a signature is drawn; points are whole numbers within it. */
export const signatureField = { width: 600, height: 160 } as const
const mostStrokes = 80
const mostPoints = 600

export const signaturePoint = z.tuple([
  z.int().check(z.gte(0), z.lte(signatureField.width)),
  z.int().check(z.gte(0), z.lte(signatureField.height)),
])
const strokesSchema = z
  .array(z.array(signaturePoint).check(z.minLength(1), z.maxLength(mostPoints)))
  .check(z.maxLength(mostStrokes))

/** Lines of a hand, each from where the pen was set down to where it was lifted. */
export type Strokes = z.infer<typeof strokesSchema>

/** Strokes as they are stored. A field of a row is one value, and a signature is one thing. */
export function strokesText(strokes: Strokes): string {
  return JSON.stringify(strokes)
}

/** What was stored, possibly by another program; nothing where it is no signature. */
export function readStrokes(stored: string | null | undefined): Strokes {
  if (!stored) return []
  try {
    const parsed = z.safeParse(strokesSchema, JSON.parse(stored))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** A stroke that goes on to a point, kept within the field; one that is full stays as it is. */
export function drawnOn(strokes: Strokes, x: number, y: number): Strokes {
  const last = strokes.at(-1)
  if (!last || last.length >= mostPoints) return strokes
  const point = within(x, y)
  const [beforeX, beforeY] = last.at(-1) ?? [-1, -1]
  if (beforeX === point[0] && beforeY === point[1]) return strokes
  return [...strokes.slice(0, -1), [...last, point]]
}

/** A new stroke; a field that is full takes no more. */
export function begunAtPoint(strokes: Strokes, x: number, y: number): Strokes {
  return strokes.length >= mostStrokes ? strokes : [...strokes, [within(x, y)]]
}

function within(x: number, y: number): [number, number] {
  const clamp = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most)
  return [clamp(x, signatureField.width), clamp(y, signatureField.height)]
}

/** A stroke as a path of SVG; a dot where the pen only touched the paper. */
export function strokePath(stroke: Strokes[number]): string {
  const [first = [0, 0], ...rest] = stroke
  const line = rest.length === 0 ? [[first[0] + 1, first[1]]] : rest
  return `M${first.join(' ')}${line.map((point) => `L${point.join(' ')}`).join('')}`
}
