// `npm test`: everything, on a fresh machine too. A step that failed does not hide what the next ones have to say.
import { ensureBuild } from './lib/build.mjs'
import { appEnvironment, withElectron } from './lib/launch.mjs'
import { inRepo } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { exitWith, Refusal, say } from './lib/say.mjs'

const node = (/** @type {string[]} */ ...args) => run(process.execPath, args, { env: appEnvironment() })
const vitest = (/** @type {string} */ project) =>
  node(inRepo('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project)
const playwright = () => node(inRepo('node_modules', '@playwright', 'test', 'cli.js'), 'test')

const check = () => node(inRepo('scripts', 'check.mjs'))
const build = () => ensureBuild().then(() => 0)

/** @type {[name: string, ...work: (() => Promise<number>)[]][]} */
const steps = [
  // Side by side: the types are read by one core alone.
  ['check and build', check, build],
  ['unit tests', () => vitest('unit')],
  ['headless tests', () => vitest('headless')],
  ['end-to-end tests', playwright],
  ['package test', () => vitest('package')],
]

await exitWith(() =>
  withElectron(async () => {
    /** @type {string[]} */
    const failed = []
    for (const [name, ...work] of steps) {
      say(`\n── ${name}`)
      if (!(await Promise.all(work.map(passes))).every(Boolean)) failed.push(name)
    }
    say(
      failed.length
        ? `\nFailed: ${failed.join(', ')}.`
        : `\nAll passed: ${steps.map(([name]) => name).join(', ')}.`,
    )
    return failed.length ? 1 : 0
  }),
)

/** @param {() => Promise<number>} work */
async function passes(work) {
  try {
    return (await work()) === 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say(error.message)
    return false
  }
}
