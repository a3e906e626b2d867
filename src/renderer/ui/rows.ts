export type Density = 'compact' | 'comfortable'

/** Height of a list row in CSS pixels, for virtual lists; the same as `--row-height` in tokens.css. */
export const rowHeights: Readonly<Record<Density, number>> = { compact: 30, comfortable: 38 }
