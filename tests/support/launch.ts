import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import './display'

const repo = resolve(import.meta.dirname, '../..')
/** Outside of Electron, its package is the path of its program. */
const electronProgram = createRequire(import.meta.url)('electron') as string
/** Chromium refuses its sandbox to root, as which tests run in containers. */
const sandboxArgs = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
const patienceMs = 110_000

export interface LaunchOptions {
  /** The folder of the profile; a fresh one, removed at the end, where none is given. */
  profile?: string
  /** More for the command line, such as `--now=2026-11-23T09:00:00Z`. */
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
}

export interface Launched {
  app: ElectronApplication
  page: Page
  profile: string
  close(): Promise<void>
}

/** The built app in its window. */
export async function launchApp({ profile, args = [], env = {} }: LaunchOptions = {}): Promise<Launched> {
  const folder = profile ?? freshProfile()
  const app = await _electron.launch({
    executablePath: electronProgram,
    args: [...sandboxArgs, repo, `--profile=${folder}`, ...args],
    cwd: repo,
    env: environment(env),
  })
  const page = await app.firstWindow()
  const close = async () => {
    await app.close()
    if (!profile) rmSync(folder, { recursive: true, force: true })
  }
  return { app, page, profile: folder, close }
}

export function freshProfile(): string {
  return mkdtempSync(join(tmpdir(), 'war-room-profile-'))
}

export interface RunOptions {
  /** The caller's folder, against which paths in the arguments are read. */
  cwd?: string
  env?: Readonly<Record<string, string>>
  /** No file of the run may grow beyond this, as on a disk that has no more room. */
  largestFileKiB?: number
  /** The run heeds the permissions of files, also as root. */
  heedsPermissions?: boolean
  /** After so many milliseconds a run is taken for one that hangs. */
  readonly patience?: number
}

export interface HeadlessRun {
  exitCode: number
  stdout: string
  stderr: string
  /** What standard output says, or undefined where it is no JSON. */
  json: unknown
}

/** The built app without its window, as a script would run it. */
export function runHeadless(args: readonly string[], options: RunOptions = {}): Promise<HeadlessRun> {
  return runProgram(electronProgram, [...sandboxArgs, repo, 'headless', ...args], options)
}

/** Starts a command and kills it outright when what it tells of its progress says so. */
export function killHeadless(args: readonly string[], says: RegExp): Promise<void> {
  return new Promise((ended) => {
    const child = spawn(electronProgram, [...sandboxArgs, repo, 'headless', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment({}),
    })
    let told = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text
      if (says.test(told)) child.kill('SIGKILL')
    })
    child.stdout.resume()
    child.once('close', () => ended())
  })
}

/** The packaged app without its window. */
export function runPackagedHeadless(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<HeadlessRun> {
  return runProgram(program, [...sandboxArgs, 'headless', ...args], options)
}

function runProgram(program: string, args: readonly string[], options: RunOptions) {
  const { cwd = repo, env = {}, largestFileKiB, heedsPermissions, patience = patienceMs } = options
  const command = [
    ...(largestFileKiB ? ['bash', '-c', bounded(largestFileKiB), 'bash'] : []),
    ...(heedsPermissions && process.getuid?.() === 0 ? withoutOverride : []),
    program,
  ]
  return new Promise<HeadlessRun>((fulfil, reject) => {
    const child = spawn(command[0] as string, [...command.slice(1), ...args], {
      cwd,
      env: environment({ WAR_ROOM_CWD: cwd, ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A run that hangs must not outlive its test.
      timeout: patience,
      killSignal: 'SIGKILL',
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', reject)
    child.once('close', (code) => fulfil({ exitCode: code ?? 1, stdout, stderr, json: parsed(stdout) }))
  })
}

/** Root without its right to open whatever it likes. */
const withoutOverride = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--']

/** With the signal ignored, a write beyond the bound fails like one on a full disk instead of ending the program. */
const bounded = (kibibytes: number) => `trap "" XFSZ; ulimit -f ${kibibytes}; exec "$@"`

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Ours, without the variable that makes Electron a plain Node (editors set it in their terminals). */
function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries({ ...process.env, ...more }).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE')
  return Object.fromEntries(own.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
