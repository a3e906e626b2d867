import type { ForecastHistory } from './history'

/** Less than this tells of chance, and of nothing else. */
export const fewest = { days: 7, raised: 20, ended: 8 }

export interface TooLittle {
  readonly kind: 'too-little'
  /** What is there so far of each. */
  readonly days: number
  readonly raised: number
  readonly ended: number
}

/** Undefined where there is enough history to say something. */
export function enough({ days, raised, resolving }: ForecastHistory): TooLittle | undefined {
  const ended = resolving.allEnds
  if (days.length >= fewest.days && raised >= fewest.raised && ended >= fewest.ended) return undefined
  return { kind: 'too-little', days: days.length, raised, ended }
}
