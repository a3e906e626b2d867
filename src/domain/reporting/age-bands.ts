/** How long issues have been open, in whole days: from `from` up to, not including, `to`. */
export interface AgeBand {
  readonly id: string
  readonly label: string
  readonly from: number
  readonly to: number
}

export const ageBands: readonly AgeBand[] = [
  { id: 'under-1-day', label: 'Under 1 day', from: 0, to: 1 },
  { id: '1-to-2-days', label: '1–2 days', from: 1, to: 3 },
  { id: '3-to-6-days', label: '3–6 days', from: 3, to: 7 },
  { id: '7-to-13-days', label: '7–13 days', from: 7, to: 14 },
  { id: '14-to-27-days', label: '14–27 days', from: 14, to: 28 },
  { id: '28-days-and-more', label: '28 days and more', from: 28, to: Number.POSITIVE_INFINITY },
]
