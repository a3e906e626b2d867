import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'

export type Summary = ICruiseResult['summary']

const repo = resolve('.')
const cruiser = join(repo, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const packages = ['age-encryption', 'dexie', 'electron', 'fflate', 'hucre', 'papaparse', 'react', 'zod']

/** Looks at a source tree made of these files, with empty packages in place of the real ones. */
export async function cruiseFiles(files: Record<string, string>): Promise<Summary> {
  const tree = mkdtempSync(join(tmpdir(), 'import-tree-'))
  try {
    write(tree, files)
    for (const name of packages) write(tree, emptyPackage(name))
    cpSync(join(repo, 'tsconfig.json'), join(tree, 'tsconfig.json'))
    return await cruise(tree)
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

/** The same program with the same rules as in `npm run check`, looking at the given tree. */
function cruise(tree: string): Promise<Summary> {
  const args = [cruiser, 'src', '--config', join(repo, '.dependency-cruiser.mjs'), '--output-type', 'json']
  return new Promise((fulfil, reject) => {
    // Its exit code counts the violations; only an answer that is no JSON means that it did not work.
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 1e9 }, (_error, stdout, stderr) => {
      try {
        fulfil((JSON.parse(stdout) as ICruiseResult).summary)
      } catch {
        reject(new Error(stderr || stdout))
      }
    })
  })
}

const emptyPackage = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'module.exports = {}',
})

function write(tree: string, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
}
