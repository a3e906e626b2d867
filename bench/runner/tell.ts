import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repo } from './electron'
import { type Finding, isWithin } from './finding'

/** A finding in one line for the terminal, and a second one that says where the time went. */
export function lineOf(finding: Finding): string {
  const { work, ours, floor, note } = finding
  const mark = isWithin(finding) ? '✓' : '✗'
  const amounts = floor === undefined ? ours : `${ours} : ${floor}`
  const first = `${mark} ${resultText(finding).padStart(8)}  at most ${limitText(finding).padEnd(8)}  ${work}  (${amounts})`
  return note === undefined ? first : `${first}\n${' '.repeat(12)}${note}`
}

/** Writes docs/benchmarks.md. */
export function writePage(findings: readonly Finding[], machine: string, date: Date): void {
  const rows = findings.map((finding) => {
    const { work, ours, floor = '' } = finding
    return `| ${work} | ${ours} | ${floor} | ${resultText(finding)} | ${limitText(finding)} | ${isWithin(finding) ? 'yes' : '**no**'} |`
  })
  const notes = findings.flatMap(({ work, note }) => (note === undefined ? [] : [`- ${work}: ${note}.`]))
  const page = `# Benchmarks

Written by \`npm run bench -- --write\`; how it measures is in [bench/README.md](../bench/README.md).

Taken on ${date.toISOString().slice(0, 10)}: ${machine}.

| what | ours | floor | result | at most | within |
|---|---|---|---|---|---|
${rows.join('\n')}

Where it goes:

${notes.join('\n')}
`
  writeFileSync(join(repo, 'docs', 'benchmarks.md'), page)
}

const withUnit = (value: number, unit: Finding['unit']) => `${value.toFixed(2)} ${unit}`.trim()
const resultText = ({ result, unit }: Finding) => withUnit(result, unit)
const limitText = ({ limit, unit }: Finding) => withUnit(limit, unit)
