import { expect, test } from 'vitest'
import { halvesOf, madeWithin, type Range } from '../../../src/renderer/storage/split-bundle'

/** Operations that weigh what is told, those of each laptop from its first on. */
const weights: Readonly<Record<string, readonly number[]>> = { ada: [1, 1, 4, 1, 1], ben: [2, 2] }

const tooLong = new Error('too long')

async function bundles(range: Range, largest: number): Promise<string[][]> {
  const made: string[][] = []
  const make = async ({ after, upTo }: Range) => {
    const operations = Object.entries(weights).flatMap(([laptop, own]) =>
      own.flatMap((weight, place) => {
        const seq = place + 1
        return seq > (after[laptop] ?? 0) && seq <= (upTo[laptop] ?? 0)
          ? [{ name: `${laptop}${seq}`, weight }]
          : []
      }),
    )
    if (operations.reduce((sum, { weight }) => sum + weight, 0) > largest) throw tooLong
    return operations.map(({ name }) => name)
  }
  for await (const names of madeWithin(range, make, (error) => error === tooLong)) made.push(names)
  return made
}

const everything = { after: {}, upTo: { ada: 5, ben: 2 } }

test('a bundle that others can open stays one', async () => {
  expect(await bundles(everything, 15)).toEqual([['ada1', 'ada2', 'ada3', 'ada4', 'ada5', 'ben1', 'ben2']])
})

test('a longer one is made in parts that hold every operation once, oldest first, and cut none', async () => {
  const parts = await bundles(everything, 4)
  expect(parts).toContainEqual(['ada3'])
  expect(parts.flat().sort()).toEqual(['ada1', 'ada2', 'ada3', 'ada4', 'ada5', 'ben1', 'ben2'])
  const ofAda = parts.flat().filter((name) => name.startsWith('ada'))
  expect(ofAda).toEqual(['ada1', 'ada2', 'ada3', 'ada4', 'ada5'])
})

test('a single operation that nobody could open is said, not put there', async () => {
  await expect(bundles(everything, 3)).rejects.toBe(tooLong)
})

test('what others put there themselves is in no part', async () => {
  const range = { after: { ben: Number.MAX_SAFE_INTEGER }, upTo: { ada: 5, ben: 2 } }
  expect((await bundles(range, 4)).flat().sort()).toEqual(['ada1', 'ada2', 'ada3', 'ada4', 'ada5'])
})

test('nothing, and a single operation, have no halves', () => {
  expect(halvesOf({ after: { ada: 3 }, upTo: { ada: 3 } })).toBeUndefined()
  expect(halvesOf({ after: { ada: 2 }, upTo: { ada: 3 } })).toBeUndefined()
})
