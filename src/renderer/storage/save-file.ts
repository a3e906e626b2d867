import type { RequestInput } from '@contract/ipc'
import { request } from '../app/bridge'
import { sendPieces } from './backup'

export type SaveKind = RequestInput<'save.begin'>['kind']

type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** What the system's dialog and most file systems take as a name. */
const longestName = 120
const longestEnding = 20

/**
 * Asks where to save, makes the file and writes it there, all of it or nothing.
 * @returns the name it got; undefined when the user thought better of it.
 * @throws BridgeRefusal when the disk does not take it, and whatever `make` throws.
 */
export async function saveFile(
  name: string,
  kind: SaveKind,
  make: () => Pieces | Promise<Pieces>,
): Promise<string | undefined> {
  const begun = await request('save.begin', { name: fileName(name), kind })
  if (!begun) return undefined
  const { handle } = begun
  let pieces: Pieces
  try {
    pieces = await make()
  } catch (error) {
    await request('save.cancel', { handle })
    throw error
  }
  return sendPieces(handle, pieces)
}

/** A name without what file systems do not allow in one. */
export function fileName(name: string): string {
  const allowed = name.replace(/[\s\p{C}\\/:*?"<>|]+/gu, ' ').trim()
  const dot = allowed.lastIndexOf('.')
  const [stem, ending] = dot < 0 ? [allowed, ''] : [allowed.slice(0, dot), allowed.slice(dot)]
  return `${stem.trim().slice(0, longestName).trim() || 'War Room'}${ending.slice(0, longestEnding)}`
}
