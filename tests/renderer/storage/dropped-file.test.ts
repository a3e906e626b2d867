import { expect, it } from 'vitest'
import { readDropped } from '../../../src/renderer/storage/dropped-file'

/** A dropped file as far as reading it goes. */
function dropped(name: string, size: number, read: () => Promise<ArrayBuffer>): File {
  const file = new File([], name)
  Object.defineProperties(file, { size: { value: size }, arrayBuffer: { value: read } })
  return file
}

it('gives the bytes of a file', async () => {
  expect(await readDropped(new File(['a,b'], 'a.csv'))).toEqual(new TextEncoder().encode('a,b'))
})

it('refuses a file that is too large before reading any of it', async () => {
  const reading = readDropped(
    dropped('huge.csv', 2 * 1024 ** 3, () => {
      throw new Error('It must not be read.')
    }),
  )
  await expect(reading).rejects.toThrow('“huge.csv” has 2.0 GB; files of up to 256 MB can be opened.')
})

it('says what may be the matter with a file that changes or may not be read', async () => {
  const reading = readDropped(
    dropped('live.csv', 3, () => Promise.reject(new DOMException('gone', 'NotReadableError'))),
  )
  await expect(reading).rejects.toThrow(/“live\.csv” cannot be read: .* changed while it was being read/)
})
