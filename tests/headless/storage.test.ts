import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshProfile, killHeadless, runHeadless } from '../support/launch'
import { noise } from '../support/noise'

interface Dump {
  readonly entities: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  readonly conflicts: readonly unknown[]
}

const now = '--now=2026-03-02T08:00:00Z'
let profile = ''
const used: string[] = []

beforeEach(() => {
  profile = freshProfile()
  used.push(profile)
})
afterEach(() => {
  for (const folder of used.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Runs a command that must succeed, and gives what it printed. */
async function run<T = Record<string, unknown>>(command: string, ...args: string[]): Promise<T> {
  const { exitCode, json, stdout, stderr } = await runHeadless([
    ...command.split(' '),
    '--profile',
    profile,
    ...args,
  ])
  if (exitCode !== 0) throw new Error(`${command} exited ${exitCode}: ${stdout}${stderr}`)
  return json as T
}

async function refused(command: string, ...args: string[]) {
  const { exitCode, json } = await runHeadless([...command.split(' '), '--profile', profile, ...args])
  expect(exitCode).toBe(1)
  return (json as { error: { code: string; message: string; details?: unknown } }).error
}

async function createEngagement(): Promise<string> {
  const file = join(profile, 'engagement.json')
  writeFileSync(
    file,
    JSON.stringify({
      name: 'ERP go-live',
      client: 'Acme',
      zone: 'Europe/Berlin',
      goLive: '2026-02-23',
      plannedEnd: '2026-03-20',
    }),
  )
  return (await run<{ id: string }>('engagement create', '--file', file, now)).id
}

const raise = (key: string, fields: object, at: string) =>
  run('edit', '--entity', 'issue', '--key', key, '--set', JSON.stringify(fields), `--now=${at}`)

describe('an engagement without a window', () => {
  it('is created, edited, dumped, undone and told as of a past day', async () => {
    await createEngagement()
    await expect(
      refused('edit', '--entity', 'issue', '--key', 'missing', '--set', '{"severity":1}'),
    ).resolves.toMatchObject({ code: 'no-such-row' })
    const csv = join(profile, 'issues.csv')
    writeFileSync(
      csv,
      'Ticket ID,Summary,Status,Priority,Created\nT-1,Login fails,New,High,2026-02-24 09:00\nT-2,Print is slow,New,Low,2026-02-25 09:00\n',
    )
    expect(await run('import', '--file', csv, now)).toMatchObject({ records: 2, created: 2 })
    const edited = await raise('T-1', { severity: 1 }, '2026-03-03T08:00:00Z')
    expect(edited.stamp).toMatch(/^[0-9a-z]{9}\.[0-9a-z]{4}\.[0-9a-z]{10}$/)

    const after = await run<Dump>('dump')
    const [key] =
      Object.entries(after.entities.issue ?? {}).find(([, issue]) => issue.externalKey === 'T-1') ?? []
    expect(after.entities.issue?.[key ?? '']).toMatchObject({ title: 'Login fails', severity: 1 })
    expect(after.conflicts).toEqual([])

    const before = await run<Dump>('dump', '--as-of', '2026-03-02T12:00:00Z')
    expect(before.entities.issue?.[key ?? '']).toMatchObject({ severity: 2 })
    const earlier = await run<Dump>('dump', '--as-of', '2026-02-24T12:00:00Z')
    expect(Object.keys(earlier.entities.issue ?? {})).toHaveLength(1)

    expect(await run('undo')).toMatchObject({ undone: expect.stringContaining('edited') })
    expect((await run<Dump>('dump')).entities.issue?.[key ?? '']).toMatchObject({ severity: 2 })
    await run('redo')
    expect((await run<Dump>('dump')).entities.issue?.[key ?? '']).toMatchObject({ severity: 1 })
    expect(await run('rebuild')).toMatchObject({ equal: true })
  })

  it('begins no profile by reading from a folder that holds none', async () => {
    const nowhere = join(profile, 'nowhere')
    const { exitCode, json } = await runHeadless(['dump', '--profile', nowhere])
    expect(exitCode).toBe(1)
    expect(json).toMatchObject({
      error: { code: 'no-engagement', message: expect.stringContaining(nowhere) },
    })
    expect(existsSync(nowhere)).toBe(false)
  })

  it('says what is wrong with a command, and changes nothing', async () => {
    expect(await refused('dump')).toMatchObject({ code: 'no-engagement' })
    expect(await refused('danse')).toMatchObject({ code: 'unknown-command' })
    await createEngagement()
    expect(await refused('import', '--file', join(profile, 'nowhere.csv'))).toMatchObject({
      code: 'file-missing',
    })
    expect(await refused('import', '--file', profile)).toMatchObject({ code: 'not-a-file' })
    expect(
      await refused('edit', '--entity', 'engagement', '--key', 'engagement', '--set', '{"goLiveAt":"soon"}'),
    ).toMatchObject({ code: 'bad-value' })
    expect(await refused('report', '--kind', 'hourly', '--out', 'x.pdf')).toMatchObject({
      code: 'bad-option',
    })
  })

  it('takes back a whole import, and brings it again when it is imported again', async () => {
    await createEngagement()
    const csv = join(profile, 'issues.csv')
    writeFileSync(csv, 'Ticket ID,Summary,Status,Assignee\nA-1,One,New,Ada\nA-2,Two,New,Ben\n')
    await run('import', '--file', csv, now)
    await run('undo')
    const gone = await run<Dump>('dump')
    expect(Object.values(gone.entities.issue ?? {}).every(({ removed }) => removed === true)).toBe(true)
    expect(await run('import', '--file', csv, now)).toMatchObject({ created: 2, unchanged: 0 })
    const back = await run<Dump>('dump')
    expect(Object.values(back.entities.issue ?? {}).every(({ removed }) => !removed)).toBe(true)
    expect(Object.values(back.entities.person ?? {}).every(({ removed }) => !removed)).toBe(true)
  })

  it('refuses an edit of a field that there is not, or of nothing', async () => {
    await run('demo', '--issues', '12', now)
    const { entities } = await run<Dump>('dump', now)
    const [key = ''] = Object.keys(entities.issue ?? {})
    const edit = (set: string) => refused('edit', '--entity', 'issue', '--key', key, '--set', set, now)
    expect(await edit('{"severty":1}')).toMatchObject({
      code: 'unknown-field',
      details: { fields: expect.arrayContaining(['severity']) },
    })
    expect(await edit('{}')).toMatchObject({ code: 'bad-value' })
    expect((await run<Dump>('dump', now)).entities).toEqual(entities)
  })

  it('says so, and ends, where the profile cannot be', async () => {
    const file = join(profile, 'a file')
    writeFileSync(file, 'no folder')
    for (const place of [file, join(file, 'below')]) {
      const { exitCode, json } = await runHeadless(['dump', '--profile', place, now])
      expect(exitCode).toBe(1)
      expect(json).toMatchObject({
        error: { code: 'profile-unusable', message: expect.stringContaining(place), details: {} },
      })
    }
    expect(readFileSync(file, 'utf8')).toBe('no folder')
  })

  it('becomes another laptop when its profile is copied, and stays itself when it is renamed', async () => {
    await createEngagement()
    const first = await run<{ laptop: string }>('engagement list')
    const renamed = `${profile}-renamed`
    used.push(renamed)
    renameSync(profile, renamed)
    profile = renamed
    expect(await run('engagement list')).toMatchObject({ laptop: first.laptop })
    const copy = `${profile}-copy`
    used.push(copy)
    cpSync(profile, copy, { recursive: true, preserveTimestamps: true })
    profile = copy
    const second = await run<{ laptop: string; engagements: unknown[] }>('engagement list')
    expect(second.laptop).not.toBe(first.laptop)
    expect(second.engagements).toHaveLength(1)
    await run('edit', '--entity', 'engagement', '--key', 'engagement', '--set', '{"note":"from the copy"}')
    const stamp = (await run<Dump>('dump')).entities.engagement?.engagement
    expect(stamp).toMatchObject({ note: 'from the copy' })
  })

  it('comes back from a backup as another laptop, so that no sequence number is used twice', async () => {
    const id = await createEngagement()
    await run('edit', '--entity', 'engagement', '--key', 'engagement', '--set', '{"note":"kept"}', now)
    const { written } = await run<{ written: { name: string } }>('backup create', now)
    expect(readdirSync(join(profile, 'backups'))).toContain(written.name)
    await run(
      'edit',
      '--entity',
      'engagement',
      '--key',
      'engagement',
      '--set',
      '{"note":"lost by the restore"}',
    )
    const { laptop } = await run<{ laptop: string }>('engagement list')
    expect(await run('backup restore', '--name', written.name)).toEqual({ engagement: id })
    expect((await run<Dump>('dump')).entities.engagement?.engagement).toMatchObject({ note: 'kept' })
    expect((await run<{ laptop: string }>('engagement list')).laptop).not.toBe(laptop)
    // What stood there before the restore is in a backup of its own.
    const { backups } = await run<{ backups: { reason: string }[] }>('backup list')
    expect(backups.map(({ reason }) => reason)).toContain('before restore')
  })

  it('comes back when the whole database is gone', async () => {
    await createEngagement()
    await run('edit', '--entity', 'engagement', '--key', 'engagement', '--set', '{"note":"kept"}', now)
    const { written } = await run<{ written: { name: string } }>('backup create', now)
    rmSync(join(profile, 'browser'), { recursive: true })
    expect(await refused('dump')).toMatchObject({ code: 'no-engagement' })
    await run('backup restore', '--name', written.name)
    expect((await run<Dump>('dump')).entities.engagement?.engagement).toMatchObject({ note: 'kept' })
  })

  it('refuses a backup that is not what was written, and leaves everything as it was', async () => {
    await createEngagement()
    const { written } = await run<{ written: { name: string } }>('backup create', now)
    const file = join(profile, 'backups', written.name)
    const bytes = readFileSync(file)
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const before = await run<Dump>('dump')
    expect((await refused('backup restore', '--name', written.name)).message).toBeTruthy()
    expect(await run<Dump>('dump')).toEqual(before)
  })
})

describe('a disk that takes no more', () => {
  it('leaves everything as it was', async () => {
    await createEngagement()
    const before = await run<Dump>('dump')
    const file = join(profile, 'large.csv')
    const lines = Array.from({ length: 4_000 }, (_, n) => `L-${n},Issue ${n},${noise(n, 3_500)}`)
    writeFileSync(file, ['Ticket ID,Summary,Description', ...lines].join('\n'))
    const failed = await runHeadless(['import', '--profile', profile, '--file', file, now], {
      largestFileKiB: 2_500,
    })
    expect(failed.exitCode).toBe(1)
    expect(failed.json).toMatchObject({
      error: { code: 'disk-full', message: expect.stringContaining('nothing was changed') },
    })
    expect(await run<Dump>('dump')).toEqual(before)
    expect(await run('import', '--file', file, now)).toMatchObject({ created: 4_000 })
  })
})

describe('killed in the middle of an import', () => {
  const rows = 6_000
  const csv = () =>
    [
      'Ticket ID,Summary,Status',
      ...Array.from({ length: rows }, (_, n) => `K-${n},Issue number ${n} with some words,New`),
    ].join('\n')

  for (const [moment, says] of [
    ['while rows are read', /Reading rows/],
    ['when storing begins', /Storing/],
    ['when the last row is stored', new RegExp(`Storing: ${rows}|Storing: 6\\d\\d\\d`)],
  ] as const) {
    it(`is before or after, never between: ${moment}`, async () => {
      await createEngagement()
      const file = join(profile, 'many.csv')
      writeFileSync(file, csv())
      await killHeadless(['import', '--profile', profile, '--file', file, now], says)
      const count = Object.keys((await run<Dump>('dump')).entities.issue ?? {}).length
      expect([0, rows]).toContain(count)
      expect(await run('rebuild')).toMatchObject({ equal: true })
      expect(await run('import', '--file', file, now)).toMatchObject(
        count === 0 ? { created: rows } : { unchanged: rows },
      )
      expect(Object.keys((await run<Dump>('dump')).entities.issue ?? {})).toHaveLength(rows)
      expect(existsSync(join(profile, 'browser'))).toBe(true)
    })
  }
})
