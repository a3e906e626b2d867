import { Replica } from '@domain/merge/replica'
import { operationsInRounds } from './operations'

/** Milliseconds to apply so many operations of three laptops to an empty replica; making them is not counted. */
export function mergeTime(count: number): number {
  const replica = new Replica()
  let ms = 0
  for (const operations of operationsInRounds(count)) {
    const began = performance.now()
    for (const operation of operations) replica.apply(operation)
    ms += performance.now() - began
  }
  if (replica.size !== count) throw new Error(`${replica.size} of ${count} operations were applied.`)
  return ms
}
