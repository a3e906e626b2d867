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
  const kinds = Object.fromEntries(handoverKinds.map((kind) => [kind, { done: 0, of: 0 }])) as Record<
    HandoverKind,
    { done: number; of: number }
  >
  const missing: HandoverLine[] = []
  let of = 0
  for (const line of lines) {
    if (!line.isNeeded) continue
    of++
    const kind = kinds[line.kind]
    kind.of++
    if (isDone(line)) kind.done++
    else missing.push(line)
  }
  return { done: of - missing.length, of, kinds, missing }
}

export const isDone = ({ lacks }: HandoverLine) => lacks.length === 0

/** In whole percent; a hundred is only ever all of them. */
export function percentDone({ done, of }: Done): number {
  return of === 0 ? 0 : done === of ? 100 : Math.min(99, Math.round((100 * done) / of))
}
