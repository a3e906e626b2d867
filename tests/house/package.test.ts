import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { FuseState } from '@electron/fuses/dist/constants.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runPackagedHeadless } from '../support/launch'

// Packages for Windows and macOS are made and looked at on their own machines.
describe.runIf(process.platform === 'linux')('the packaged app', () => {
  const unpacked = resolve('release/linux-unpacked')
  const program = join(unpacked, 'hypercare-war-room')
  let profile: string

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/package.mjs'], { stdio: ['ignore', 2, 2] })
    profile = mkdtempSync(join(tmpdir(), 'war-room-packaged-'))
  })

  afterAll(() => {
    rmSync(profile, { recursive: true, force: true })
  })

  it('fills a profile with the demo engagement and dumps it', async () => {
    const demo = await runPackagedHeadless(program, ['demo', '--profile', profile, '--issues', '5'])
    expect(demo, demo.stderr).toMatchObject({ exitCode: 0, json: expect.any(Object) })

    const dump = await runPackagedHeadless(program, ['dump', '--profile', profile])
    expect(dump.exitCode, dump.stderr).toBe(0)
    expect(dump.json).toEqual(expect.any(Object))
  })

  it('brings up a display of its own where there is none', async () => {
    const list = await runPackagedHeadless(program, ['engagement', 'list', '--profile', profile], {
      env: { DISPLAY: '', WAYLAND_DISPLAY: '' },
    })
    expect(list, list.stderr).toMatchObject({ exitCode: 0, json: { engagements: [expect.any(Object)] } })
  })

  it('says in JSON what it cannot do', async () => {
    const { exitCode, json } = await runPackagedHeadless(program, ['juggle', '--profile', profile])
    expect(exitCode).toBe(1)
    expect(json).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
  })

  it('cannot be turned into a plain Node, inspected, or made to load other code', async () => {
    const fuses = await getCurrentFuseWire(`${program}.bin`)
    const blown = (fuse: FuseV1Options) => fuses[fuse] === FuseState.ENABLE
    expect({
      runAsNode: blown(FuseV1Options.RunAsNode),
      nodeOptions: blown(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: blown(FuseV1Options.EnableNodeCliInspectArguments),
      cookieEncryption: blown(FuseV1Options.EnableCookieEncryption),
      asarIntegrity: blown(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      asarOnly: blown(FuseV1Options.OnlyLoadAppFromAsar),
      filePrivileges: blown(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      cookieEncryption: true,
      asarIntegrity: true,
      asarOnly: true,
      filePrivileges: false,
    })
  })

  it('holds what was built and no package of npm', () => {
    const files = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false })
    expect(files).toContain('/out/main/index.js')
    expect(files.filter((file) => file.startsWith('/node_modules'))).toEqual([])
  })
})
