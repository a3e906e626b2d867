import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshProfile, runHeadless } from '../support/launch'

let profile: string
const now = '--now=2026-11-23T09:00:00Z'
const run = async (...args: string[]) => {
  const { exitCode, json } = await runHeadless([...args, '--profile', profile, now])
  return { exitCode, json: json as Record<string, unknown> }
}

beforeAll(async () => {
  profile = freshProfile()
  expect((await run('demo', '--issues', '60')).exitCode).toBe(0)
})
afterAll(() => rmSync(profile, { recursive: true, force: true }))

it('writes the handover as Markdown and as a PDF, names nobody where asked, and takes no other file', async () => {
  const md = join(profile, 'handover.md')
  const written = await run('handover', 'export', '--out', md)
  expect(written).toMatchObject({ exitCode: 0, json: { sections: { session: { done: 2, of: 4 } } } })
  expect(readFileSync(md, 'utf8')).toMatch(/^# Handover: CRM go-live\n/)
  expect(readFileSync(md, 'utf8')).toContain('accepted by Katrin Vogel')
  expect((await run('handover', 'export', '--redact', '--out', md)).exitCode).toBe(0)
  expect(readFileSync(md, 'utf8')).not.toMatch(/Vogel|Sommer|Sander/)

  const pdf = join(profile, 'handover.pdf')
  expect(await run('handover', 'export', '--paper', 'letter', '--out', pdf)).toMatchObject({ exitCode: 0 })
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await run('handover', 'export', '--out', join(profile, 'handover.txt'))).toMatchObject({
    exitCode: 1,
    json: { error: { code: 'bad-option' } },
  })
})
