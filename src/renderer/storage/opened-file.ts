import type { OpenedFile } from '@contract/ipc'
import { largestChunk } from '@contract/terms'
import { request } from '../app/bridge'

/**
 * The whole of a file that main has opened, and closes it.
 * @param progress is told after each piece, and ends the reading by throwing
 * @throws RefusedError when it changed meanwhile or cannot be read.
 */
export async function readWhole(
  { handle, size }: OpenedFile,
  progress?: (read: number, size: number) => void,
): Promise<Uint8Array> {
  try {
    const whole = new Uint8Array(size)
    let read = 0
    do {
      const piece = await request('file.readChunk', { handle, offset: read, length: largestChunk })
      whole.set(piece, read)
      read += piece.length
      progress?.(read, size)
    } while (read < size)
    return whole
  } finally {
    await request('file.close', { handle })
  }
}
