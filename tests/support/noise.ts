import { createHash } from 'node:crypto'

/** Text of so many characters that hardly compresses, so that it needs the room it seems to need. */
export function noise(seed: number, size: number): string {
  let text = ''
  for (let part = 0; text.length < size; part++)
    text += createHash('sha512').update(`${seed}.${part}`).digest('base64')
  return text.slice(0, size)
}
