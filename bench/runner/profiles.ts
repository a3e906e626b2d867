import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runHeadless } from '../../tests/support/launch'

const folders: string[] = []
const demos = new Map<number, Promise<string>>()

/** A new folder, gone when the run ends. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'war-room-bench-'))
  folders.push(folder)
  return folder
}

/** A profile with the demo engagement of so many issues; benches of one run share it. */
export function demoProfile(issues: number): Promise<string> {
  const known = demos.get(issues)
  if (known) return known
  const made = makeDemo(issues)
  demos.set(issues, made)
  return made
}

async function makeDemo(issues: number): Promise<string> {
  const profile = freshFolder()
  const { exitCode, stdout } = await runHeadless(['demo', '--profile', profile, '--issues', String(issues)])
  if (exitCode !== 0) throw new Error(`The demo of ${issues} issues could not be made: ${stdout}`)
  return profile
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
