import { Random } from '@domain/demo/random'
import type { Operation } from '@domain/merge/operation'
import { Replica } from '@domain/merge/replica'
import { formatStamp, type LaptopId, type Stamp } from '@domain/merge/stamp'
import type { Fields } from '@domain/model/value'

const laptops: readonly LaptopId[] = ['laptop0aaa', 'laptop0bbb', 'laptop0ccc']
const operationsPerRow = 10
/** Of a hundred edits so many were made without having seen the one before: conflicts. */
const blindPercent = 2
const batchSize = 10_000
const startedAt = Date.parse('2026-11-01T08:00:00Z')

/** Milliseconds to apply so many operations of three laptops to an empty replica; making them is not counted. */
export function mergeTime(count: number): number {
  const replica = new Replica()
  const operations = madeOperations(count)
  let ms = 0
  for (let from = 0; from < count; from += batchSize) {
    const batch = operations.take(batchSize)
    const began = performance.now()
    for (const operation of batch) replica.apply(operation)
    ms += performance.now() - began
  }
  if (replica.size !== count) throw new Error(`${replica.size} of ${count} operations were applied.`)
  return ms
}

/** Issues are written down, then edited a field at a time, most edits seeing the one before. */
function madeOperations(count: number) {
  const random = new Random(1)
  const rows = Math.ceil(count / operationsPerRow)
  const last: Record<string, Stamp>[] = []
  let made = 0

  function next(): Operation {
    const writer = made % laptops.length
    const laptop = laptops[writer] as LaptopId
    const seq = Math.floor(made / laptops.length) + 1
    const stamp = formatStamp({ wall: startedAt + made, counter: 0, laptop })
    made++
    const isNew = last.length === 0 || (last.length < rows && random.chance(1 / operationsPerRow))
    const place = isNew ? last.length : random.between(0, last.length - 1)
    const fields = isNew ? newIssue(place) : edit(random, made)
    const before = isNew ? undefined : last[place]
    const seen: Record<string, readonly Stamp[]> = {}
    if (before && !random.chance(blindPercent / 100))
      for (const field in fields) if (before[field]) seen[field] = [before[field]]
    const stamps = Object.fromEntries(Object.keys(fields).map((field) => [field, stamp]))
    last[place] = { ...before, ...stamps }
    const key = `jira:HC-${place}`
    return { stamp, laptop, seq, by: 'Bench', entity: 'issue', key, fields, ...(before && { was: seen }) }
  }

  return {
    take: (most: number) => Array.from({ length: Math.min(most, count - made) }, next),
  }
}

function newIssue(place: number): Fields {
  return {
    title: `Issue ${place}`,
    shortKey: `HC-${place}`,
    description: `What happened in ${place}`,
    severity: 3,
    reportedSeverity: 3,
    status: 'new',
    component: `Component ${place % 20}`,
    team: 'project',
    reporter: `Person ${place % 200}`,
    raisedAt: startedAt + place,
  }
}

function edit(random: Random, made: number): Fields {
  switch (random.between(0, 3)) {
    case 0:
      return { severity: random.between(1, 3) }
    case 1:
      return { status: random.chance(0.5) ? 'in-progress' : 'triaged' }
    case 2:
      return { owner: `person-${random.between(1, 40)}` }
    default:
      return { workaround: `Try again after ${made}` }
  }
}
