import type { RequestInput } from '@contract/ipc'
import { request } from '../app/bridge'
import { sendPieces } from './backup'

export type SaveKind = RequestInput<'save.begin'>['kind']

/** What the system's dialog and most file systems take as a name. */
const longestName = 120

/**
 * Asks where to save and writes the file there, all of it or nothing.
 * @returns the name it got; undefined when the user thought better of it.
 * @throws BridgeRefusal when the disk does not take it.
 */
export async function saveFile(
  name: string,
  kind: SaveKind,
  pieces: Iterable<Uint8Array>,
): Promise<string | undefined> {
  const begun = await request('save.begin', { name: fileName(name), kind })
  return begun ? sendPieces(begun.handle, pieces) : undefined
}

/** A name without what file systems do not allow in one. */
export function fileName(name: string): string {
  const dot = name.lastIndexOf('.')
  const stem = name.slice(0, dot).replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
  return `${stem.trim().slice(0, longestName).trim() || 'War Room'}${name.slice(dot)}`
}
