import { ensureBuild } from './lib/build.mjs'
import { ensureDisplay } from './lib/display.mjs'
import { ensureElectronRuns } from './lib/launch.mjs'
import { ensureTestPackages } from './lib/linux.mjs'

/** For vitest and Playwright: tests that drive the real app also run on their own, without `npm test` around them. */
export default async function setUp() {
  await ensureElectronRuns()
  await ensureTestPackages()
  await ensureBuild()
  return ensureDisplay()
}
