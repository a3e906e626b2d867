import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { electronProgram, inBench, repo } from './electron'
import { freshFolder } from './profiles'

export type PeerName = 'yjs' | 'automerge' | 'loro'

const run = promisify(execFile)

/** Another library with the same edits: the bench app must have been built. */
export class Peer {
  private readonly file: string

  constructor(private readonly name: PeerName) {
    this.file = join(freshFolder(), `${name}.update`)
  }

  /** Bytes of its update of so many edits. */
  async make(count: number): Promise<number> {
    return (await this.told<{ bytes: number }>('make', String(count))).bytes
  }

  /** Milliseconds to merge that update in memory, in a process that has not merged anything before. */
  async merge(): Promise<number> {
    return (await this.told<{ ms: number }>('merge')).ms
  }

  private async told<T>(task: 'make' | 'merge', ...more: string[]): Promise<T> {
    const args = [inBench('out/main/peers.js'), task, this.name, this.file, ...more]
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    const { stdout } = await run(electronProgram, args, { cwd: repo, env })
    return JSON.parse(stdout) as T
  }
}
