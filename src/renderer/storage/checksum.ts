/** FNV-1a over words of four bytes, then the rest: tells a torn or altered record, not a forged one. */
export function checksum(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
  return mixed(mixed(0x811c9dc5, words), aligned.subarray(words.length * 4)) >>> 0
}

/** One loop for both: code that was made quick on the words would have to be thrown away at each rest. */
function mixed(hash: number, numbers: Uint32Array | Uint8Array): number {
  let mix = hash
  for (let index = 0; index < numbers.length; index++)
    mix = Math.imul(mix ^ (numbers[index] as number), 0x01000193)
  return mix
}

/** Whether these are bytes at all, and the ones that were written. */
export function isWhole(bytes: unknown, sum: number): bytes is Uint8Array {
  return bytes instanceof Uint8Array && checksum(bytes) === sum
}
