import { isUnseen, openDisplay } from './lib/display.mjs'
import setUp from './test-setup.mjs'

/**
 * For Playwright: a screen of its own for every worker but the first, so that no window takes another's focus.
 * @param {{ workers: number }} config
 */
export default async function setUpWindows({ workers }) {
  const tearDown = await setUp()
  const further = isUnseen() ? await Promise.all(Array.from({ length: workers - 1 }, openDisplay)) : []
  process.env.WAR_ROOM_FURTHER_DISPLAYS = further.map(({ display }) => display).join(' ')
  return async () => {
    await Promise.all(further.map(({ remove }) => remove()))
    await tearDown()
  }
}
