// `npm run check`: types, style and import rules, side by side; what each has to say is shown when it has finished.
import { inRepo } from './lib/paths.mjs'
import { capture } from './lib/run.mjs'
import { exitWith, say } from './lib/say.mjs'

/** @type {[name: string, program: string, ...args: string[]][]} */
const checks = [
  ['types', 'typescript/bin/tsc', '--noEmit'],
  ['types of the scripts', 'typescript/bin/tsc', '--project', 'scripts'],
  ['style', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  [
    'import rules',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.mjs',
  ],
]

await exitWith(async () => {
  const results = await Promise.all(checks.map(check))
  return results.every(Boolean) ? 0 : 1
})

/** @param {typeof checks[number]} check */
async function check([name, program, ...args]) {
  const startedAt = Date.now()
  const { code, output } = await capture(process.execPath, [inRepo('node_modules', program), ...args])
  if (code !== 0) say(output.trim())
  say(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  return code === 0
}
