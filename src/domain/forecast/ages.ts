/** The levels that a forecast tells apart: severity 1, severity 2, and all the rest. */
export const levels = 3

/** Ages in days from this on count as one. */
export const oldest = 30

/** Ages at which the chance of an end is told apart: old issues end in another way than fresh ones. */
const bandStarts = [0, 1, 2, 4, 7, 14]
export const bands = bandStarts.length

export const bandOfAge: readonly number[] = Array.from({ length: oldest + 1 }, (_, age) =>
  bandStarts.findLastIndex((start) => start <= age),
)

export function zeros(length: number): number[] {
  return Array.from({ length }, () => 0)
}
