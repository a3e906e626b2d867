import { spawn } from 'node:child_process'
import { alternate } from '../alternate'
import { electronProgram, inBench, repo, sandboxArgs } from '../electron'
import { type Bench, ratio } from '../finding'
import { median } from '../median'
import { demoProfile, freshFolder } from '../profiles'

const issues = 10_000
const rounds = 6
const limit = 1.3
const patienceMs = 60_000

/** From the creation of the process to the figures of the day on the screen, against a window with one line of text. */
export const start: Bench = {
  name: 'start',
  async run() {
    const profile = await demoProfile(issues)
    const emptyProfile = freshFolder()
    const samples = await alternate(
      rounds,
      () => startTime([repo, `--profile=${profile}`], { BENCH_SELECTOR: '[data-today=counted]' }),
      () => startTime([inBench('floors/empty')], { BENCH_SELECTOR: 'p', BENCH_EMPTY_PROFILE: emptyProfile }),
    )
    const [ours, floor] = [median(samples.ours), median(samples.floor)]
    return [ratio('start with 10,000 issues, against an empty window', { ours, floor, unit: 'ms' }, limit)]
  },
}

/** Milliseconds that the probe in the program's main process has found. */
function startTime(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(electronProgram, [...sandboxArgs, '-r', inBench('start/probe.cjs'), ...args], {
      cwd: repo,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.once('error', reject)
    child.once('close', () => {
      const started = /^started ([\d.]+)$/m.exec(output)?.[1]
      if (started) resolve(Number(started))
      else reject(new Error('A program that was started never showed what it should.'))
    })
  })
}
