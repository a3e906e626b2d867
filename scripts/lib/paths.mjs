import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repo = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** @param {...string} parts */
export const inRepo = (...parts) => join(repo, ...parts)
