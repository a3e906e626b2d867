import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('npm run -s war-room', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'war-room-caller-'))
    mkdirSync(join(folder, 'a profile'))
  })

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  /** As from another folder: npm goes to the repo and says in INIT_CWD where its caller stands. */
  const warRoom = (...args: string[]) =>
    new Promise<{ code: number; stdout: string }>((fulfil) => {
      const env = { ...process.env, INIT_CWD: folder }
      execFile(process.execPath, ['scripts/war-room.mjs', ...args], { env }, (error, stdout) => {
        fulfil({ code: error ? Number(error.code) : 0, stdout })
      })
    })

  it('reads paths from where its caller stands, and prints one JSON object and nothing else', async () => {
    const demo = await warRoom('demo', '--profile', 'a profile', '--issues', '5')
    expect(JSON.parse(demo.stdout)).toEqual(expect.any(Object))
    expect(demo.code).toBe(0)

    const dump = await warRoom('dump', '--profile', join(folder, 'a profile'))
    expect(dump.code).toBe(0)
    expect(dump.stdout).toContain('issue')
  })

  it('passes on that a command failed', async () => {
    const { code, stdout } = await warRoom('juggle', '--profile', 'a profile')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toHaveProperty('error.code')
  })
})
