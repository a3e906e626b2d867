import type { Extents } from '@domain/merge/seen'

/** The operations of each laptop after one count and up to another. */
export interface Range {
  readonly after: Extents
  readonly upTo: Extents
}

/**
 * Makes bundles of a range of operations, oldest first: one, or where that would be longer than others can open, as many as it takes. A
 * single operation is never cut.
 * @param isTooLong whether `make` has thrown this because the bundle would be too long
 */
export async function* madeWithin<Made>(
  range: Range,
  make: (range: Range) => Promise<Made>,
  isTooLong: (error: unknown) => boolean,
): AsyncGenerator<Made> {
  let made: Made
  try {
    made = await make(range)
  } catch (error) {
    const halves = isTooLong(error) ? halvesOf(range) : undefined
    if (!halves) throw error
    for (const half of halves) yield* madeWithin(half, make, isTooLong)
    return
  }
  yield made
}

/** Undefined where there is nothing to halve. */
export function halvesOf({ after, upTo }: Range): readonly [Range, Range] | undefined {
  const middle: Record<string, number> = {}
  let isBetween = false
  for (const [laptop, to] of Object.entries(upTo)) {
    const from = after[laptop] ?? 0
    middle[laptop] = from < to ? from + Math.ceil((to - from) / 2) : to
    if (to - from > 1) isBetween = true
  }
  if (!isBetween) return undefined
  return [
    { after, upTo: middle },
    { after: { ...after, ...middle }, upTo },
  ]
}
