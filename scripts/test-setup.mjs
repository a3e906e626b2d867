import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from './lib/build.mjs'
import { ensureDisplay } from './lib/display.mjs'
import { ensureElectronRuns } from './lib/launch.mjs'
import { ensureTestPackages } from './lib/linux.mjs'

/** For vitest and Playwright: tests that drive the real app also run on their own, without `npm test` around them. */
export default async function setUp() {
  await ensureElectronRuns()
  await ensureTestPackages()
  await ensureBuild()
  const removeDisplay = await ensureDisplay()
  const profiles = mkdtempSync(join(tmpdir(), 'war-room-made-'))
  process.env.WAR_ROOM_MADE_PROFILES = profiles
  return async () => {
    rmSync(profiles, { recursive: true, force: true })
    await removeDisplay()
  }
}
