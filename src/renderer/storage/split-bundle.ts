import type { Extents } from '@domain/merge/seen'

/** The operations of each laptop after one count and up to another. */
export interface Range {
  readonly after: Extents
  readonly upTo: Extents
}

/**
 * Makes bundles of a range of operations, oldest first: one, or where that would be longer than others can open, as many as it takes. A
 * single operation is never cut.
 */
export async function* madeWithin<Made extends { readonly size: number }>(
  range: Range,
  largest: number,
  make: (range: Range) => Promise<Made>,
): AsyncGenerator<Made> {
  const made = await make(range)
  const halves = made.size > largest ? halvesOf(range) : undefined
  if (!halves) {
    yield made
    return
  }
  for (const half of halves) yield* madeWithin(half, largest, make)
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
