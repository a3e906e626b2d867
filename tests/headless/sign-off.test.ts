import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dump } from '../support/headless-engagement'
import { freshProfile, runHeadless } from '../support/launch'

let profile = ''
const file = (name: string) => join(profile, name)

beforeAll(async () => {
  profile = freshProfile()
  await run('2026-11-20T16:00:00Z', 'demo', '--issues', '40')
})
afterAll(() => rmSync(profile, { recursive: true, force: true }))

const headless = (at: string, command: string, ...args: string[]) =>
  runHeadless([command, '--profile', profile, `--now=${at}`, ...args])

async function run<T>(at: string, command: string, ...args: string[]): Promise<T> {
  const { exitCode, json, stdout, stderr } = await headless(at, command, ...args)
  if (exitCode !== 0) throw new Error(`${command} exited ${exitCode}: ${stdout}${stderr}`)
  return json as T
}

interface Told {
  readonly verdict: string
  readonly sha256: string
  readonly signOff: { readonly id: string; readonly decision: string; readonly name: string } | null
  readonly supersededBy: { readonly decision: string } | null
  readonly changed?: boolean
}

async function refused(at: string, name: string): Promise<{ code: string; details: Told }> {
  const { exitCode, json } = await headless(at, 'verify', '--file', file(name))
  expect(exitCode).toBe(1)
  return (json as { error: { code: string; details: Told } }).error
}

describe('a signed exit report', () => {
  test('is told from an altered one and from any other, also after somebody signed again', async () => {
    const accepted = { decision: 'accept', name: 'Ulrike Sander', role: 'Sponsor' }
    const signed = await run<{ id: string; sha256: string; hashes: { content: string } }>(
      '2026-11-23T16:00:00Z',
      'sign-off',
      '--set',
      JSON.stringify(accepted),
      '--out',
      file('signed.pdf'),
    )
    const genuine = await run<Told>('2026-11-23T17:00:00Z', 'verify', '--file', file('signed.pdf'))
    expect(genuine).toMatchObject({
      verdict: 'genuine',
      sha256: signed.sha256,
      signOff: { id: signed.id, decision: 'Accepted', name: 'Ulrike Sander' },
      supersededBy: null,
      changed: false,
    })

    const bytes = readFileSync(file('signed.pdf'))
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(file('altered.pdf'), bytes)
    expect(await refused('2026-11-23T17:00:00Z', 'altered.pdf')).toMatchObject({
      code: 'altered',
      details: { signOff: { id: signed.id } },
    })

    await run('2026-11-23T16:00:00Z', 'report', '--kind', 'exit', '--out', file('unsigned.pdf'))
    expect(await refused('2026-11-23T17:00:00Z', 'unsigned.pdf')).toMatchObject({
      code: 'not-known',
      details: { signOff: null },
    })

    const extended = { decision: 'extend', extendTo: '2026-12-11', name: 'Ulrike Sander' }
    await run(
      '2026-11-24T16:00:00Z',
      'sign-off',
      '--set',
      JSON.stringify(extended),
      '--out',
      file('again.pdf'),
    )
    expect(await run<Told>('2026-11-24T17:00:00Z', 'verify', '--file', file('signed.pdf'))).toMatchObject({
      verdict: 'genuine',
      signOff: { id: signed.id },
      supersededBy: { decision: 'Hypercare extended to Fri 11 Dec 2026' },
    })
  })

  test('is not signed where something is missing', async () => {
    const { exitCode, json } = await headless(
      '2026-11-24T16:00:00Z',
      'sign-off',
      '--set',
      JSON.stringify({ decision: 'accept-with-conditions', name: 'Ulrike Sander' }),
      '--out',
      file('none.pdf'),
    )
    expect(exitCode).toBe(1)
    expect(json).toMatchObject({ error: { code: 'not-signed' } })
    expect(() => readFileSync(file('none.pdf'))).toThrow()
  })
})

test('the demo that is told to its exit has every criterion met, and a signature as genuine as any', async () => {
  const now = '2026-11-23T16:00:00Z'
  const { id } = await run<{ id: string }>(now, 'demo', '--whole', '--issues', '40')
  const { figures } = await run<{ figures: { id: string; display: string }[] }>(
    now,
    'metrics',
    '--engagement',
    id,
  )
  expect(figures.find((figure) => figure.id === 'exit-criteria-met')?.display).toBe('9 of 9')
  const { entities } = await run<Dump>(now, 'dump', '--engagement', id)
  const [signed] = Object.values(entities.signOff ?? {})
  expect(signed).toMatchObject({ decision: 'accept', name: 'Ulrike Sander', signedOn: '2026-11-23' })
  const file = entities.attachment?.[String(signed?.file)]
  expect(signed?.pdfSha256).toMatch(/^[0-9a-f]{64}$/)
  expect(file?.sha256).toBe(signed?.pdfSha256)
})
