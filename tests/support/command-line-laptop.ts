import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { freshProfile, type RunOptions, runHeadless } from './launch'

/** What the bundle commands tell. */
export interface Told {
  readonly operations: number
  readonly new: number
  readonly known: number
  readonly conflicts: number
  readonly quarantined: readonly unknown[]
  readonly laptops: readonly string[]
  readonly id: string | null
  readonly joined?: string
  readonly warnings: readonly { readonly code: string }[]
}

export const morning = '--now=2026-11-23T09:00:00Z'
export const noon = '--now=2026-11-23T12:00:00Z'

/** One laptop of the team, worked on through the command line. */
export class CommandLineLaptop {
  readonly folder = freshProfile()
  private known: Promise<string> | undefined

  async run<T = Told>(command: string, ...args: string[]): Promise<T> {
    const { exitCode, json, stdout, stderr } = await this.call(command, args)
    if (exitCode !== 0) throw new Error(`${command} exited ${exitCode}: ${stdout}${stderr}`)
    return json as T
  }

  async refused(command: string, ...args: string[]): Promise<{ code: string; message: string }> {
    const { exitCode, json, stdout } = await this.call(command, args)
    expect(exitCode, stdout).toBe(1)
    return (json as { error: { code: string; message: string } }).error
  }

  call(command: string, args: readonly string[], options: RunOptions = {}) {
    return runHeadless([...command.split(' '), '--profile', this.folder, ...args], options)
  }

  async dump(): Promise<string> {
    return (await this.call('dump', [])).stdout
  }

  /** By what it is known to the others; for as long as nobody copies or restores its profile. */
  id(): Promise<string> {
    this.known ??= this.run<{ laptop: string }>('engagement list').then(({ laptop }) => laptop)
    return this.known
  }

  edit(key: string, fields: object, at = morning) {
    return this.run('edit', '--entity', 'issue', '--key', key, '--set', JSON.stringify(fields), at)
  }

  /** Writes a bundle and returns its path. */
  async exported(name: string, ...args: string[]): Promise<string> {
    const file = join(this.folder, name)
    await this.run('bundle export', '--out', file, noon, ...args)
    return file
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
