import type { OpenedFile } from '@contract/ipc'
import { largestChunk } from '@contract/terms'
import { request } from '../app/bridge'

type Told = (read: number, size: number) => void

/**
 * The whole of a file that main has opened, and closes it.
 * @param progress is told after each piece, and ends the reading by throwing
 * @throws RefusedError when it changed meanwhile or cannot be read.
 */
export async function readWhole(opened: OpenedFile, progress?: Told): Promise<Uint8Array> {
  const whole = new Uint8Array(opened.size)
  let read = 0
  for await (const piece of piecesRead(opened, progress)) {
    whole.set(piece, read)
    read += piece.length
  }
  return whole
}

/** The same as a `Blob`: the browser keeps a large one outside of the memory. */
export async function readAsBlob(opened: OpenedFile, progress?: Told): Promise<Blob> {
  const parts: Blob[] = []
  for await (const piece of piecesRead(opened, progress)) parts.push(new Blob([new Uint8Array(piece)]))
  return new Blob(parts)
}

async function* piecesRead({ handle, size }: OpenedFile, progress?: Told): AsyncGenerator<Uint8Array> {
  const ask = (offset: number) => {
    const asked = request('file.readChunk', { handle, offset, length: largestChunk })
    // Whoever stops early does not want to hear of it; whoever goes on is told below.
    asked.catch(() => undefined)
    return asked
  }
  try {
    let read = 0
    let following = ask(0)
    do {
      const piece = await following
      // Main reads on while this piece is taken in.
      if (read + piece.length < size) following = ask(read + piece.length)
      yield piece
      read += piece.length
      progress?.(read, size)
    } while (read < size)
  } finally {
    await request('file.close', { handle })
  }
}

/** A `Blob` in pieces that can be sent to main. */
export async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < blob.size; from += largestChunk)
    yield new Uint8Array(await blob.slice(from, from + largestChunk).arrayBuffer())
}
