import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Operation } from '@domain/merge/operation'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleOf, makeSigningKey } from '../support/bundles'
import { CommandLineLaptop, morning, noon } from '../support/command-line-laptop'
import type { Dump } from '../support/headless-engagement'
import { makeLaptop } from '../support/laptop'
import { freshProfile, killHeadless } from '../support/launch'
import { noise } from '../support/noise'

let ada: CommandLineLaptop
let bob: CommandLineLaptop
let engagement: string
const others: CommandLineLaptop[] = []

function another(): CommandLineLaptop {
  const laptop = new CommandLineLaptop()
  others.push(laptop)
  return laptop
}

beforeAll(async () => {
  ada = another()
  bob = another()
  await ada.run('demo', '--issues', '20', morning)
  const joined = await bob.run('bundle import', '--file', await ada.exported('start.warroom'), morning)
  engagement = joined.joined ?? ''
})
afterAll(() => {
  for (const laptop of others) laptop.remove()
})

const issueKeys = async () => Object.keys((JSON.parse(await ada.dump()) as Dump).entities.issue ?? {})

describe('two laptops', () => {
  it('hold the same after one has joined from a bundle alone', async () => {
    expect(engagement).not.toBe('')
    expect(await bob.dump()).toBe(await ada.dump())
    expect(await bob.run('rebuild')).toMatchObject({ equal: true })
    expect(await bob.id()).not.toBe(await ada.id())
  })

  it('exchange what the other lacks, keep both words of a conflict, and take a merge back as a whole', async () => {
    const [first = '', second = ''] = await issueKeys()
    await ada.edit(first, { severity: 1, title: 'from Ada' })
    await bob.edit(first, { title: 'from Bob' }, noon)
    await bob.edit(second, { workaround: 'Restart it' }, noon)
    const before = await ada.dump()

    const file = await bob.exported('to-ada.warroom', '--for', await ada.id())
    const preview = await ada.run('bundle import', '--file', file, '--preview', noon)
    const brought = {
      operations: 2,
      new: 2,
      known: 0,
      conflicts: 1,
      quarantined: [],
      laptops: [await bob.id()],
    }
    expect(preview).toMatchObject(brought)
    expect(await ada.dump()).toBe(before)

    const merged = await ada.run('bundle import', '--file', file, noon)
    expect(merged).toMatchObject(brought)
    await bob.run(
      'bundle import',
      '--file',
      await ada.exported('to-bob.warroom', '--for', await bob.id()),
      noon,
    )
    const after = await ada.dump()
    expect(await bob.dump()).toBe(after)
    const { conflicts } = JSON.parse(after) as { conflicts: { field: string; values: { value: string }[] }[] }
    expect(conflicts.map(({ field, values }) => [field, values.map(({ value }) => value)])).toEqual([
      ['title', ['from Bob', 'from Ada']],
    ])

    expect(await ada.run('bundle import', '--file', file, noon)).toMatchObject({ new: 0, known: 2, id: null })
    expect(await ada.run('bundle undo', '--id', merged.id ?? '')).toMatchObject({ operations: 2 })
    expect(await ada.dump()).toBe(before)
    expect(await ada.run('rebuild')).toMatchObject({ equal: true })
    expect(await ada.refused('bundle undo', '--id', merged.id ?? '')).toMatchObject({
      code: 'no-such-bundle',
    })
    expect(await ada.run('bundle import', '--file', file, noon)).toMatchObject({ new: 2, conflicts: 1 })
    expect(await ada.dump()).toBe(after)
  })

  it('read what is encrypted for them, and nothing else', async () => {
    const passphrase = join(ada.folder, 'passphrase')
    writeFileSync(passphrase, 'high water\n')
    writeFileSync(join(bob.folder, 'wrong'), 'low water\n')
    const locked = await ada.exported('locked.warroom', '--passphrase-file', passphrase)
    expect(await bob.refused('bundle import', '--file', locked)).toMatchObject({ code: 'encrypted' })
    expect(
      await bob.refused('bundle import', '--file', locked, '--passphrase-file', join(bob.folder, 'wrong')),
    ).toMatchObject({ code: 'wrong-passphrase' })
    expect(await bob.run('bundle import', '--file', locked, '--passphrase-file', passphrase)).toMatchObject({
      new: 0,
    })
    const forBob = await ada.exported('for-bob.warroom', '--encrypt', '--for', await bob.id())
    const stranger = another()
    expect(await stranger.refused('bundle import', '--file', forBob)).toMatchObject({ code: 'encrypted' })
    expect(await bob.run('bundle import', '--file', forBob)).toMatchObject({ new: 0 })
  })

  it('carry on what a newer version wrote', async () => {
    const future = makeLaptop('future')
    const operations = future.write([
      { entity: 'moonPhase', key: 'm', fields: { light: 0.5 } },
      { entity: 'issue', key: 'new-1', fields: { title: 'Tide too high', 'field of tomorrow': true } },
    ])
    const file = join(ada.folder, 'future.warroom')
    writeFileSync(file, await bundleOf(future, operations, await makeSigningKey(), about()))
    expect(await ada.run('bundle import', '--file', file, noon)).toMatchObject({ new: 2, quarantined: [] })
    await bob.run('bundle import', '--file', await ada.exported('carried.warroom'), noon)
    const { entities } = JSON.parse(await bob.dump()) as Dump
    expect(entities.moonPhase).toEqual({ m: { light: 0.5 } })
    expect(entities.issue?.['new-1']).toMatchObject({ 'field of tomorrow': true })
  })
})

describe('attached files', () => {
  it('travel with the operations that name them, and go on from laptop to laptop', async () => {
    const content = Uint8Array.from(Buffer.from('\u0089PNG what the screen showed'))
    const sha256 = createHash('sha256').update(content).digest('hex')
    const camera = makeLaptop('camera')
    const [key = ''] = await issueKeys()
    const operations = camera.write({
      entity: 'attachment',
      key: 'shot',
      fields: { issue: key, name: 'screen.png', sha256, size: content.length },
    })
    async function* blobs() {
      yield { sha256, content }
    }
    const file = join(ada.folder, 'shot.warroom')
    writeFileSync(
      file,
      await bundleOf(camera, operations, await makeSigningKey(), { ...about(), blobs: blobs() }),
    )
    await ada.run('bundle import', '--file', file, noon)
    const onwards = unzipSync(
      Uint8Array.from(readFileSync(await ada.exported('onwards.warroom', '--for', await bob.id()))),
    )
    expect(Buffer.from(onwards[`blobs/${sha256}`] ?? []).toString()).toContain('what the screen showed')
  })
})

describe('a sync folder', () => {
  const shared = freshProfile()
  afterAll(() => rmSync(shared, { recursive: true, force: true }))
  const laptopFolder = async (laptop: CommandLineLaptop) =>
    join(shared, 'Hypercare War Room', engagement, await laptop.id())
  const sync = (laptop: CommandLineLaptop, ...args: string[]) =>
    laptop.run<{ brought: number; sent: number; passedOver: { name: string; reason: string }[] }>(
      'sync',
      '--engagement',
      engagement,
      ...args,
    )

  it('brings what each laptop wrote to the other, through files that only their writer touches', async () => {
    expect(await ada.refused('sync', '--engagement', engagement)).toMatchObject({ code: 'no-folder-chosen' })
    await sync(ada, '--folder', shared)
    await sync(bob, '--folder', shared)
    await sync(ada)
    const [key = ''] = await issueKeys()
    await ada.edit(key, { fixNote: 'written on one' }, noon)
    await bob.edit(key, { workaround: 'written on the other' }, noon)
    expect(await sync(ada)).toMatchObject({ sent: 1, passedOver: [] })
    expect(await sync(bob)).toMatchObject({ brought: 1, sent: 1 })
    expect(await sync(ada)).toMatchObject({ brought: 1, sent: 0 })
    expect(await sync(ada)).toMatchObject({ brought: 0, sent: 0 })
    expect(await bob.dump()).toBe(await ada.dump())
  })

  it('survives files that are torn, copied, renamed, strange or gone', async () => {
    const folder = await laptopFolder(bob)
    const [first = ''] = readdirSync(folder)
    const whole = readFileSync(join(folder, first))
    writeFileSync(join(folder, 'half.warroom'), whole.subarray(0, whole.length >> 1))
    writeFileSync(join(folder, 'strange.warroom'), 'hello')
    writeFileSync(join(folder, first.replace('.warroom', '.sync-conflict-20261123.warroom')), whole)
    writeFileSync(join(folder, '.syncthing.next.warroom.tmp'), whole)
    mkdirSync(join(shared, 'Hypercare War Room', engagement, 'Bob (conflicted copy)'))
    writeFileSync(
      join(shared, 'Hypercare War Room', engagement, 'Bob (conflicted copy)', 'again.warroom'),
      whole,
    )
    const before = await ada.dump()
    const { brought, passedOver } = await sync(ada)
    expect(brought).toBe(0)
    expect(passedOver.map(({ name }) => name).sort()).toEqual(['half.warroom', 'strange.warroom'])
    expect(await ada.dump()).toBe(before)
    // Half of it now, all of it a moment later.
    writeFileSync(join(folder, 'half.warroom'), whole)
    expect((await sync(ada)).passedOver.map(({ name }) => name)).toEqual(['strange.warroom'])
    // Whoever cleans up takes nothing away: it is put there again.
    rmSync(await laptopFolder(ada), { recursive: true })
    const again = await sync(ada)
    expect(again.sent).toBeGreaterThan(1)
    expect(await bob.dump()).toBe(before)
    await sync(bob)
    expect(await bob.dump()).toBe(before)
  })

  it('waits where the folder is not there', async () => {
    const away = `${shared}-away`
    renameSync(shared, away)
    expect(await ada.refused('sync', '--engagement', engagement)).toMatchObject({ code: 'no-folder' })
    renameSync(away, shared)
    expect(await sync(ada)).toMatchObject({ brought: 0 })
  })
})

const about = () => ({ engagement: { id: engagement, name: 'CRM go-live', client: 'Meridian Water' } })

describe('a bundle that must not be taken in', () => {
  let before = ''
  beforeAll(async () => {
    before = await ada.dump()
  })

  async function expectRefused(bytes: Uint8Array, code: string) {
    const file = join(ada.folder, 'bad.warroom')
    writeFileSync(file, bytes)
    const error = await ada.refused('bundle import', '--file', file, noon)
    expect(error.code).toBe(code)
    expect(error.message.length).toBeGreaterThan(20)
    expect(await ada.dump()).toBe(before)
  }

  it('is refused in plain words when it is torn or was changed', async () => {
    const whole = readFileSync(await bob.exported('whole.warroom'))
    await expectRefused(whole.subarray(0, whole.length >> 1), 'cut-short')
    const flipped = Uint8Array.from(whole)
    flipped[200] = (flipped[200] ?? 0) ^ 1
    await expectRefused(flipped, 'damaged')
    await expectRefused(Buffer.from('Ticket,Title\nT-1,No bundle\n'), 'not-a-bundle')
  })

  it('is refused when it belongs to another engagement', async () => {
    const carol = another()
    await carol.run('demo', '--issues', '5', '--seed', '9', morning)
    const file = await carol.exported('other.warroom')
    await expectRefused(readFileSync(file), 'other-engagement')
    // A laptop on which no other test depends: whatever was joined last is the engagement that commands are about.
    const joiner = another()
    cpSync(bob.folder, joiner.folder, { recursive: true })
    expect(await joiner.run('bundle import', '--file', file, '--join', noon)).toHaveProperty('joined')
    expect((await joiner.run<{ engagements: unknown[] }>('engagement list')).engagements).toHaveLength(2)
    rmSync(file)
  })

  it('is refused when it tells another history of a laptop', async () => {
    const [impostor, key] = [makeLaptop(await bob.id(), Date.UTC(2026, 10, 23, 11)), await makeSigningKey()]
    const operations = impostor.write([
      { entity: 'issue', key: 'x', fields: { title: 'not from Bob' } },
      { entity: 'issue', key: 'y', fields: { title: 'nor this' } },
    ]) as Operation[]
    await expectRefused(await bundleOf(impostor, operations, key, about()), 'forked-laptop')
  })

  it('is warned about when its writer has another key than before', async () => {
    const impostor = makeLaptop(await bob.id())
    const file = join(ada.folder, 'other-key.warroom')
    writeFileSync(file, await bundleOf(impostor, [], await makeSigningKey(), about()))
    const warned = await ada.run('bundle import', '--file', file, '--preview', '--engagement', engagement)
    expect(warned.warnings).toMatchObject([{ code: 'changed-key', laptop: await bob.id() }])
  })
})

/** Text that needs the room it seems to need. */
describe('the worst moment', () => {
  const rows = 4_000
  /** @param size of each description, in characters that do not compress */
  async function large(size = 20): Promise<{ laptop: CommandLineLaptop; file: string }> {
    const writer = makeLaptop('writer')
    const operations = writer.write(
      Array.from({ length: rows }, (_, n) => ({
        entity: 'issue',
        key: `bulk-${n}`,
        fields: {
          title: `Issue ${n} ${Math.sin(n)}`,
          status: 'new',
          description: noise(n, size),
        },
      })),
    )
    const laptop = another()
    cpSync(bob.folder, laptop.folder, { recursive: true })
    const file = join(laptop.folder, 'large.warroom')
    writeFileSync(file, await bundleOf(writer, operations, await makeSigningKey(), about()))
    return { laptop, file }
  }

  it.each([
    ['while it is checked', /Checking the bundle/],
    ['when storing begins', /Storing/],
    ['when the last change is stored', new RegExp(`Storing: ${rows}`)],
  ])('of a kill leaves a merge done or not begun: %s', async (_, says) => {
    const { laptop, file } = await large()
    const before = await laptop.dump()
    await killHeadless(['bundle', 'import', '--profile', laptop.folder, '--file', file, noon], says)
    const after = await laptop.dump()
    const bulk = Object.keys((JSON.parse(after) as Dump).entities.issue ?? {}).filter((key) =>
      key.startsWith('bulk-'),
    )
    expect([0, rows]).toContain(bulk.length)
    if (bulk.length === 0) expect(after).toBe(before)
    expect(await laptop.run('rebuild')).toMatchObject({ equal: true })
    expect(await laptop.run('bundle import', '--file', file, noon)).toMatchObject({
      new: bulk.length === 0 ? rows : 0,
    })
  })

  it('of a full disk leaves everything as it was', async () => {
    const { laptop, file } = await large(3_500)
    const before = await laptop.dump()
    const { exitCode, json } = await laptop.call('bundle import', ['--file', file, noon], {
      largestFileKiB: 2_500,
    })
    expect(exitCode).toBe(1)
    expect(json).toMatchObject({ error: { message: expect.stringContaining('nothing was changed') } })
    expect(await laptop.dump()).toBe(before)
    expect(await laptop.run('bundle import', '--file', file, noon)).toMatchObject({ new: rows })
  })

  it('of meeting a later state of oneself makes the laptop another one', async () => {
    const past = another()
    cpSync(bob.folder, past.folder, { recursive: true })
    const [key = ''] = await issueKeys()
    // A copy is another laptop at once, and writes nothing under the name that it was copied from.
    expect(await past.id()).not.toBe(await bob.id())
    await bob.edit(key, { fixNote: 'written after the copy' }, noon)
    await past.edit(key, { fixNote: 'written in the copy' }, noon)
    await past.run('bundle import', '--file', await bob.exported('later.warroom'), noon)
    await bob.run('bundle import', '--file', await past.exported('earlier.warroom'), noon)
    expect(await past.dump()).toBe(await bob.dump())
  })
})
