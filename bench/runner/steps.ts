import { amount } from './finding'
import { median } from './median'

interface Timed {
  readonly steps: Readonly<Record<string, number>>
}

/** How long each step took, for people. */
export function stepsText(samples: readonly Timed[]): string {
  const names = Object.keys(samples[0]?.steps ?? {})
  return names
    .map((name) => `${name} ${amount(median(samples.map(({ steps }) => steps[name] ?? 0)))} ms`)
    .join(', ')
}
