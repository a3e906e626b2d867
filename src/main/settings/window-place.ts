import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const windowPlace = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof windowPlace>

const file = (folder: string) => join(folder, 'window.json')

/** Where the window stood last time; undefined when that is not known or not readable, which is no loss. */
export function readPlace(folder: string): WindowPlace | undefined {
  try {
    return z.parse(windowPlace, JSON.parse(readFileSync(file(folder), 'utf8')))
  } catch {
    return undefined
  }
}

export function writePlace(folder: string, place: WindowPlace): void {
  writeFileSync(file(folder), JSON.stringify(place))
}
