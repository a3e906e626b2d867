import { _electron, type Page } from '@playwright/test'
import { electronProgram, inBench, repo, sandboxArgs } from './electron'
import { paintTime, watchPaints } from './paint-watch'
import { freshFolder } from './profiles'

const text = 'hypercare'

export interface KeyTimes {
  readonly typed: readonly number[]
  readonly toggled: readonly number[]
}

/** What so many key presses and clicks take in a page that writes one word for each. */
export async function keyFloor(presses: number, clicks: number): Promise<KeyTimes> {
  const app = await _electron.launch({
    executablePath: electronProgram,
    args: [...sandboxArgs, inBench('floors/key')],
    cwd: repo,
    env: { ...process.env, BENCH_EMPTY_PROFILE: freshFolder() } as Record<string, string>,
  })
  try {
    const page = await app.firstWindow()
    await watchPaints(page)
    // Once through to warm up.
    await type(page, text.length)
    return { typed: await type(page, presses), toggled: await toggle(page, clicks) }
  } finally {
    await app.close()
  }
}

async function type(page: Page, presses: number): Promise<number[]> {
  const times: number[] = []
  await page.getByRole('searchbox').focus()
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(text[press % text.length] as string)
    times.push(await paintTime(page))
  }
  return times
}

async function toggle(page: Page, clicks: number): Promise<number[]> {
  const times: number[] = []
  for (let click = 0; click < clicks; click++) {
    await page.getByRole('checkbox').click()
    times.push(await paintTime(page))
  }
  return times
}
