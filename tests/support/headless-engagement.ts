import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runHeadless } from './launch'
import { emptyProfile } from './stored-engagement'

export interface Dump {
  readonly entities: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  readonly conflicts: readonly unknown[]
}

export interface Refused {
  readonly code: string
  readonly message: string
  readonly details: unknown
}

/** A new engagement in a profile of its own, worked on through the command line. */
export interface HeadlessEngagement {
  readonly folder: string
  /** Writes a file into the folder and returns its path. */
  file(name: string, content: string | Uint8Array): string
  /** Runs a command that must succeed and returns what it printed. */
  run<T = Record<string, unknown>>(command: string, ...args: string[]): Promise<T>
  /** Runs a command that must fail and returns its error. */
  refused(command: string, ...args: string[]): Promise<Refused>
  /** The values of all rows of an entity that are not removed. */
  rows(entity: string): Promise<Readonly<Record<string, unknown>>[]>
  remove(): void
}

export async function headlessEngagement(now: string): Promise<HeadlessEngagement> {
  const { profile: folder, remove } = await emptyProfile(undefined, `--now=${now}`)
  const call = (command: string, args: readonly string[]) =>
    runHeadless([...command.split(' '), '--profile', folder, `--now=${now}`, ...args])
  const engagement: HeadlessEngagement = {
    folder,
    file(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    async run<T>(command: string, ...args: string[]) {
      const { exitCode, json, stdout, stderr } = await call(command, args)
      if (exitCode !== 0) throw new Error(`${command} exited ${exitCode}: ${stdout}${stderr}`)
      return json as T
    },
    async refused(command, ...args) {
      const { exitCode, json } = await call(command, args)
      expect(exitCode).toBe(1)
      return (json as { error: Refused }).error
    },
    async rows(entity) {
      const { entities } = await engagement.run<Dump>('dump')
      return Object.values(entities[entity] ?? {}).filter(({ removed }) => removed !== true)
    },
    remove,
  }
  return engagement
}
