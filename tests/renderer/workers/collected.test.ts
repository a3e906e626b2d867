import { expect, test } from 'vitest'
import { collectedWithin } from '../../../src/renderer/workers/jobs/collected'

const mebibyte = 1024 ** 2

test('a bundle as long as others can open is whole', async () => {
  const pieces = [Uint8Array.of(1), Uint8Array.of(2, 3)]
  expect(await collectedWithin(3, pieces)).toEqual(pieces)
})

test('a longer one is refused in plain words, and no more of it is made than tells so', async () => {
  let made = 0
  function* pieces() {
    for (; made < 10; made++) yield new Uint8Array(mebibyte)
  }
  const refusal = await collectedWithin(2 * mebibyte, pieces()).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'too-large', message: expect.stringMatching(/longer than the 2 MB/) })
  expect(made).toBe(2)
})
