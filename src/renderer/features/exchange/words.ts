import type { Extents } from '@domain/merge/seen'

const numbers = new Intl.NumberFormat('en-GB')

export const formatCount = (count: number): string => numbers.format(count)

/** `1 change`, `2 changes`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numbers.format(count)} ${count === 1 ? one : many}`

/** Entities whose own name is not how people call many of them. */
const many: Readonly<Record<string, string>> = {
  engagement: 'Engagement',
  person: 'People',
  cadencePhase: 'Phases of the plan',
  effort: 'Days of effort',
  triageSession: 'Triage sessions',
  importRun: 'Imports from trackers',
  importMapping: 'Remembered mappings',
}

/** What rows of an entity are called together; one that this version does not know goes by its own name. */
export function entityWords(entity: string): string {
  const spaced = entity.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return many[entity] ?? `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}s`
}

export const sumOf = (counts: Extents): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Enough of a laptop's id to tell two of one person apart. */
export const shortId = (laptop: string): string => laptop.slice(0, 4)
