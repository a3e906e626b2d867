import { createRequire } from 'node:module'
import { resolve } from 'node:path'

/** Outside of Electron, its package is the path of its program. */
export const electronProgram = createRequire(import.meta.url)('electron') as string
/** Chromium refuses its sandbox to root, as which containers run. */
export const sandboxArgs = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

export const repo = resolve(import.meta.dirname, '../..')
export const inBench = (...parts: string[]) => resolve(repo, 'bench', ...parts)
