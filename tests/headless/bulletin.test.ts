import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Dump } from '../support/headless-engagement'
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

it('writes what an audience would be told as a mail draft and as Markdown, and changes nothing', async () => {
  const before = await run('dump')
  const { entities } = before.json as unknown as Dump
  const nextFor = (name: string) => {
    const sent = Object.values(entities.bulletinSending ?? {}).filter(
      ({ audience }) => entities.audience?.[String(audience)]?.name === name,
    )
    expect(sent.length).toBeGreaterThan(1)
    return sent.length + 1
  }
  const eml = join(profile, 'bulletin.eml')
  const drafted = await run('bulletin', 'draft', '--audience', 'All Users', '--out', eml)
  expect(drafted).toMatchObject({
    exitCode: 0,
    json: { audience: 'All users', number: nextFor('All users'), recipients: 1, untitled: 0, leftOut: 0 },
  })
  expect(Number(drafted.json.known) + Number(drafted.json.fixed)).toBeGreaterThan(0)
  expect(readFileSync(eml, 'utf8')).toMatch(/^To: crm-users@meridian-water\.example\r$/m)
  const md = join(profile, 'bulletin.md')
  expect((await run('bulletin', 'draft', '--audience', 'customer centres', '--out', md)).exitCode).toBe(0)
  expect(readFileSync(md, 'utf8')).toContain(
    `# Bulletin ${nextFor('Customer centres')}: known issues and fixes\n\n`,
  )
  expect(await run('dump')).toEqual(before)

  expect(await run('bulletin', 'draft', '--audience', 'Nobody', '--out', md)).toMatchObject({
    exitCode: 1,
    json: {
      error: {
        code: 'no-such-audience',
        message: 'There is no audience “Nobody”. There are: “All users”, “Customer centres”.',
      },
    },
  })
  const pdf = await run('bulletin', 'draft', '--audience', 'All users', '--out', join(profile, 'x.pdf'))
  expect(pdf).toMatchObject({ exitCode: 1, json: { error: { code: 'bad-option' } } })
})
