import type { RequestInput } from '@contract/ipc'
import { request } from '../app/bridge'
import { sendPieces } from './backup'

export type SaveKind = RequestInput<'save.begin'>['kind']

/** What the system's dialog and most file systems take as a name. */
const longestName = 120

/**
 * Asks where to save, makes the file and writes it there, all of it or nothing.
 * @returns the name it got; undefined when the user thought better of it.
 * @throws BridgeRefusal when the disk does not take it, and whatever `make` throws.
 */
export async function saveFile(
  name: string,
  kind: SaveKind,
  make: () => Iterable<Uint8Array> | Promise<Iterable<Uint8Array>>,
): Promise<string | undefined> {
  const begun = await request('save.begin', { name: fileName(name), kind })
  if (!begun) return undefined
  const { handle } = begun
  let pieces: Iterable<Uint8Array>
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
  const dot = name.lastIndexOf('.')
  const stem = name.slice(0, dot).replace(/[\s\p{Cc}\\/:*?"<>|]+/gu, ' ')
  return `${stem.trim().slice(0, longestName).trim() || 'War Room'}${name.slice(dot)}`
}
