/** One line of the result: what was measured, and whether it stays within its limit. */
export interface Finding {
  /** What was measured, against what. */
  readonly work: string
  /** With their units; a floor is missing where a value stands for itself. */
  readonly ours: string
  readonly floor?: string
  /** What is held against the limit. */
  readonly result: number
  readonly limit: number
  /** `×` for a ratio, `ms` for a value, nothing for a bare number. */
  readonly unit: '×' | 'ms' | ''
  /** Where the time or the room went. */
  readonly note?: string
}

export interface Bench {
  readonly name: string
  readonly run: () => Promise<readonly Finding[]>
}

export const isWithin = ({ result, limit }: Finding) => result <= limit

/** A ratio of two amounts of the same unit. */
export function ratio(
  work: string,
  { ours, floor, unit }: { readonly ours: number; readonly floor: number; readonly unit: 'ms' | 'MB' },
  limit: number,
  note?: string,
): Finding {
  return {
    work,
    ours: `${amount(ours)} ${unit}`,
    floor: `${amount(floor)} ${unit}`,
    result: ours / floor,
    limit,
    unit: '×',
    ...(note !== undefined && { note }),
  }
}

export function amount(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}
