import type { HandoverLine } from './lines'
import { type HandoverKind, handoverKinds } from './words'

export interface Done {
  readonly done: number
  readonly of: number
}

export interface Completeness extends Done {
  readonly kinds: Readonly<Record<HandoverKind, Done>>
  /** What is not done, in the order of the lines. */
  readonly missing: readonly HandoverLine[]
}

/** How much of what is needed is done. A handover in which nothing is needed yet has not begun: 0 of 0 is no success. */
export function handoverCompleteness(lines: readonly HandoverLine[]): Completeness {
  const needed = lines.filter(({ isNeeded }) => isNeeded)
  const kinds = Object.fromEntries(
    handoverKinds.map((kind) => [kind, doneOf(needed.filter((line) => line.kind === kind))]),
  ) as Record<HandoverKind, Done>
  return { ...doneOf(needed), kinds, missing: needed.filter((line) => !isDone(line)) }
}

export const isDone = ({ lacks }: HandoverLine) => lacks.length === 0

/** In whole percent; a hundred is only ever all of them. */
export function percentDone({ done, of }: Done): number {
  return of === 0 ? 0 : done === of ? 100 : Math.min(99, Math.round((100 * done) / of))
}

function doneOf(lines: readonly HandoverLine[]): Done {
  return { done: lines.filter(isDone).length, of: lines.length }
}
