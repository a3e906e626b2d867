import { largestChunk } from '@contract/terms'
import { expect, test, vi } from 'vitest'
import { request } from '../../../src/renderer/app/bridge'
import { sendPieces } from '../../../src/renderer/storage/backup'

vi.mock('../../../src/renderer/app/bridge', () => ({ request: vi.fn() }))

test('a long piece goes to main in chunks, and with none of them more than itself', async () => {
  const sent: Uint8Array[] = []
  vi.mocked(request).mockImplementation(async (_channel, input) => {
    if (input && 'data' in input) sent.push(input.data)
    return { name: 'x.warroom' }
  })
  const whole = Uint8Array.from({ length: 2 * largestChunk + 3 }, (_, at) => at % 251)
  expect(await sendPieces('handle', [whole, whole.subarray(5, 9)])).toBe('x.warroom')
  expect(sent.map((chunk) => chunk.length)).toEqual([largestChunk, largestChunk, 3, 4])
  expect(sent.every((chunk) => chunk.buffer.byteLength === chunk.length)).toBe(true)
  expect(Buffer.concat(sent).equals(Buffer.concat([whole, whole.subarray(5, 9)]))).toBe(true)
})
