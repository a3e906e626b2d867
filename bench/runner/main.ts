import { parseArgs } from 'node:util'
import { bulk } from './benches/bulk'
import { bundle } from './benches/bundle'
import { edit } from './benches/edit'
import { heap } from './benches/heap'
import { importing } from './benches/import'
import { keystroke } from './benches/keystroke'
import { merge } from './benches/merge'
import { pdf } from './benches/pdf'
import { rota } from './benches/rota'
import { start } from './benches/start'
import { type Finding, isWithin } from './finding'
import { machine } from './machine'
import { removeFolders } from './profiles'
import { lineOf, writePage } from './tell'

/** In an order that uses the small profiles first. */
const benches = [start, edit, bulk, rota, importing, pdf, merge, bundle, keystroke, heap]

/**
 * `npm run bench -- [NAME…] [--report] [--write]`
 * @returns 0; 1 when something is over its limit, unless `--report` only wants to know.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { report: { type: 'boolean' }, write: { type: 'boolean' } },
    allowPositionals: true,
  })
  const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name))
  if (unknown.length > 0 || (values.write && positionals.length > 0)) {
    console.error(
      unknown.length > 0
        ? `There is no bench ${unknown.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}.`
        : 'Only a run of all benches is written down.',
    )
    return 1
  }
  const findings: Finding[] = []
  try {
    for (const { name, run } of benches) {
      if (positionals.length > 0 && !positionals.includes(name)) continue
      console.error(`${name} …`)
      for (const finding of await run()) {
        findings.push(finding)
        console.log(lineOf(finding))
      }
    }
    if (values.write) writePage(findings, await machine(), new Date())
  } finally {
    removeFolders()
  }
  return values.report || findings.every(isWithin) ? 0 : 1
}
