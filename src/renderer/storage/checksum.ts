/** FNV-1a over words of four bytes, then the rest: tells a torn or altered record, not a forged one. */
export function checksum(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
  let hash = 0x811c9dc5
  for (let index = 0; index < words.length; index++) hash = Math.imul(hash ^ (words[index] ?? 0), 0x01000193)
  for (let index = words.length * 4; index < aligned.length; index++)
    hash = Math.imul(hash ^ (aligned[index] ?? 0), 0x01000193)
  return hash >>> 0
}

/** Whether these are bytes at all, and the ones that were written. */
export function isWhole(bytes: unknown, sum: number): bytes is Uint8Array {
  return bytes instanceof Uint8Array && checksum(bytes) === sum
}
