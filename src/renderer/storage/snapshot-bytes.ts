import type { PackedRows } from './packed-rows'

/** So many bytes tell how many cells follow. */
const lengthBytes = Uint32Array.BYTES_PER_ELEMENT

/** Packed rows as a record holds them: the cells as they are in memory, for they need no reading, then all else as JSON. */
export function bytesOf({ cells, ...told }: PackedRows): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(told))
  const cellsEnd = lengthBytes + cells.byteLength
  const bytes = new Uint8Array(cellsEnd + json.length)
  new Uint32Array(bytes.buffer, 0, 1)[0] = cells.length
  new Int32Array(bytes.buffer, lengthBytes, cells.length).set(cells)
  bytes.set(json, cellsEnd)
  return bytes
}

/** @param bytes as `bytesOf` gave them */
export function rowsIn(bytes: Uint8Array): PackedRows {
  const { buffer, byteOffset } = bytes.byteOffset % lengthBytes === 0 ? bytes : bytes.slice()
  const count = new Uint32Array(buffer, byteOffset, 1)[0] ?? 0
  const cells = new Int32Array(buffer, byteOffset + lengthBytes, count)
  const json = new TextDecoder().decode(bytes.subarray(lengthBytes + cells.byteLength))
  return { ...(JSON.parse(json) as Omit<PackedRows, 'cells'>), cells }
}
