import { createHash } from 'node:crypto'

/** SHA-256 of a text, as the app works it out. */
export const hash = async (text: string): Promise<string> =>
  createHash('sha256').update(text, 'utf8').digest('hex')
