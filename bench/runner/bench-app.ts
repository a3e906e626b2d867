import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
// Types of `window.bench`.
import type {} from '../pages/bench'
import { electronProgram, inBench, repo, sandboxArgs } from './electron'
import { freshFolder } from './profiles'

export interface BenchApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly close: () => Promise<void>
}

let built: Promise<void> | undefined

/** The bench app in its window, with `window.bench` ready to call. */
export async function openBenchApp({
  profile = freshFolder(),
  file = '',
}: {
  readonly profile?: string
  /** What the page may open. */
  readonly file?: string
}): Promise<BenchApp> {
  built ??= build()
  await built
  const app = await _electron.launch({
    executablePath: electronProgram,
    args: [
      ...sandboxArgs,
      inBench('out/main/index.js'),
      'headless',
      'import',
      `--profile=${profile}`,
      `--file=${file}`,
    ],
    cwd: repo,
  })
  const page = await app.firstWindow()
  await ready(page)
  return { app, page, close: () => app.close() }
}

/** Gives the page a heap of its own again. */
export async function startOver(page: Page): Promise<void> {
  await page.reload()
  await ready(page)
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'bench' in window)
}

async function build(): Promise<void> {
  const vite = resolve(repo, 'node_modules/electron-vite/bin/electron-vite.js')
  const config = inBench('electron.vite.config.ts')
  const child = spawn(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    cwd: repo,
    stdio: ['ignore', 2, 2],
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error('The bench app could not be built.')
}
