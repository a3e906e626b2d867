import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleOf, makeSigningKey } from '../support/bundles'
import { CommandLineLaptop, morning, noon } from '../support/command-line-laptop'
import type { Dump } from '../support/headless-engagement'
import { type Laptop, makeLaptop } from '../support/laptop'
import { freshProfile, killHeadless } from '../support/launch'
import { noise } from '../support/noise'

interface Round {
  readonly brought: number
  readonly sent: number
  readonly passedOver: readonly { readonly name: string; readonly reason: string }[]
}

const ada = new CommandLineLaptop()
const bob = new CommandLineLaptop()
const shared = freshProfile()
let engagement = ''
let key = ''

beforeAll(async () => {
  await ada.run('demo', '--issues', '20', morning)
  const { joined } = await bob.run('bundle import', '--file', await ada.exported('start.warroom'), morning)
  engagement = joined ?? ''
  key = Object.keys((JSON.parse(await ada.dump()) as Dump).entities.issue ?? {})[0] ?? ''
  await sync(ada, '--folder', shared)
  await sync(bob, '--folder', shared)
  await sync(ada)
})
afterAll(() => {
  ada.remove()
  bob.remove()
  rmSync(shared, { recursive: true, force: true })
})

const sync = (laptop: CommandLineLaptop, ...args: string[]) => laptop.run<Round>('sync', noon, ...args)
const folderOf = async (laptop: string) => {
  const folder = join(shared, 'Hypercare War Room', engagement, laptop)
  await mkdir(folder, { recursive: true })
  return folder
}
const about = () => ({ engagement: { id: engagement, name: 'CRM go-live', client: 'Meridian Water' } })
const titled = (count: number, word: string) =>
  Array.from({ length: count }, (_, n) => ({
    entity: 'issue',
    key: `${word}-${n}`,
    fields: { title: `${word} ${n}`, status: 'new' },
  }))
const issuesCalled = async (laptop: CommandLineLaptop, word: string) =>
  Object.keys((JSON.parse(await laptop.dump()) as Dump).entities.issue ?? {}).filter((name) =>
    name.startsWith(`${word}-`),
  ).length

/** Puts one bundle for each operation into the folder of a laptop that is not here. */
async function scatter(laptop: Laptop, count: number, word: string) {
  const [folder, signing] = [await folderOf(laptop.id), await makeSigningKey()]
  for (const operation of laptop.write(titled(count, word)))
    writeFileSync(
      join(folder, `${String(operation.seq).padStart(9, '0')}.warroom`),
      await bundleOf(laptop, [operation], signing, about()),
    )
}

it('is looked into by two at once, again and again', async () => {
  for (let turn = 0; turn < 3; turn++) {
    await Promise.all([
      ada.edit(key, { fixNote: `note ${turn}` }, noon),
      bob.edit(key, { workaround: `way ${turn}` }, noon),
    ])
    await Promise.all([sync(ada), sync(bob)])
  }
  await sync(ada)
  await sync(bob)
  expect(await bob.dump()).toBe(await ada.dump())
})

it('brings what is sound even where a file beside it tells another history', async () => {
  const impostor = makeLaptop(await bob.id(), Date.UTC(2026, 10, 23, 11))
  const forged = join(await folderOf('zzz'), 'forged.warroom')
  writeFileSync(
    forged,
    await bundleOf(
      makeLaptop('mallory'),
      impostor.write(titled(2, 'forged')),
      await makeSigningKey(),
      about(),
    ),
  )
  await scatter(makeLaptop('carol'), 5, 'sound')
  const { brought, passedOver } = await sync(ada)
  expect(passedOver.map(({ name }) => name)).toEqual(['forged.warroom'])
  expect(brought).toBe(5)
  expect(await issuesCalled(ada, 'forged')).toBe(0)
  rmSync(forged)
})

it.each([
  ['while it reads', /Reading the sync folder/],
  ['while it merges', /Storing/],
  ['while it writes', /Packing changes/],
])('repairs in the next round what a kill has left: %s', async (_, says) => {
  const word = `kill${says.source.slice(0, 3).toLowerCase()}`
  await scatter(makeLaptop(word), 40, word)
  await ada.edit(key, { fixNote: `before ${word}` }, noon)
  const own = await folderOf(await ada.id())
  await killHeadless(['sync', '--profile', ada.folder, noon], says)
  const { passedOver } = await sync(bob)
  expect(passedOver).toEqual([])
  expect([0, 40]).toContain(await issuesCalled(ada, word))
  expect((await sync(ada)).passedOver).toEqual([])
  expect(await sync(ada)).toMatchObject({ brought: 0, sent: 0 })
  await sync(bob)
  expect(await bob.dump()).toBe(await ada.dump())
  expect(await issuesCalled(ada, word)).toBe(40)
  expect(readdirSync(own).filter((name) => !name.endsWith('.warroom'))).toEqual([])
})

it('takes away what a writer that was killed has left unfinished', async () => {
  const own = await folderOf(await ada.id())
  writeFileSync(join(own, '.mi7x-1.warroom.0a1b2c3d.part'), 'half')
  await ada.edit(key, { fixNote: 'after the kill' }, noon)
  expect(await sync(ada)).toMatchObject({ sent: 1 })
  expect(readdirSync(own).filter((name) => !name.endsWith('.warroom'))).toEqual([])
})

it('folds its own files once they are many, and takes no old one away before the new one stands', async () => {
  const own = await folderOf(await ada.id())
  for (let n = 0; readdirSync(own).length < 24; n++) {
    await ada.edit(key, { fixNote: `step ${n}` }, noon)
    await sync(ada)
  }
  const many = readdirSync(own)
  await ada.edit(key, { fixNote: 'the last step' }, noon)
  chmodSync(own, 0o555)
  expect((await ada.call('sync', [noon], { heedsPermissions: true })).exitCode).toBe(1)
  chmodSync(own, 0o755)
  expect(readdirSync(own)).toEqual(many)
  await sync(ada)
  expect(readdirSync(own)).toHaveLength(1)
  await sync(bob)
  await sync(ada)
  expect(await bob.dump()).toBe(await ada.dump())
}, 240_000)

it('writes again what stands there shorter than it was written', async () => {
  const own = await folderOf(await ada.id())
  for (const name of readdirSync(own)) writeFileSync(join(own, name), '')
  expect((await sync(ada)).sent).toBeGreaterThan(20)
  for (const name of readdirSync(own)) expect(readFileSync(join(own, name)).length).toBeGreaterThan(1_000)
})

it('says that it must not be written to, and brings what the others wrote all the same', async () => {
  const own = await folderOf(await ada.id())
  await ada.edit(key, { fixNote: 'nowhere to go' }, noon)
  await bob.edit(key, { workaround: 'read all the same' }, noon)
  await sync(bob)
  chmodSync(own, 0o555)
  const { exitCode, json } = await ada.call('sync', [noon], { heedsPermissions: true })
  chmodSync(own, 0o755)
  expect(exitCode).toBe(1)
  expect(json).toMatchObject({ error: { code: 'no-permission' } })
  expect(await ada.dump()).toContain('read all the same')
  expect(await sync(ada)).toMatchObject({ brought: 0, sent: 1 })
})

it('has no room: the folder stays as it was, nothing is lost, and all follows once there is room', async () => {
  const own = await folderOf(await ada.id())
  const file = join(ada.folder, 'large.csv')
  writeFileSync(
    file,
    [
      'Ticket ID,Summary,Description',
      ...Array.from({ length: 3_500 }, (_, n) => `R-${n},Roomy ${n},${noise(n, 3_500)}`),
    ].join('\n'),
  )
  await ada.run('import', '--file', file, noon)
  const [before, there] = [await ada.dump(), readdirSync(own)]
  const { exitCode, json } = await ada.call('sync', [noon], { largestFileKiB: 6_000 })
  expect(exitCode).toBe(1)
  expect(json).toMatchObject({ error: { code: 'disk-full' } })
  expect(readdirSync(own)).toEqual(there)
  expect(await ada.dump()).toBe(before)
  expect((await sync(ada)).sent).toBeGreaterThanOrEqual(3_500)
  await sync(bob)
  await sync(ada)
  expect(await bob.dump()).toBe(await ada.dump())
})

it('takes twelve hundred bundles of one operation each in one look, and none of them twice', async () => {
  await scatter(makeLaptop('dora'), 1_200, 'scattered')
  const { json } = await ada.call('sync', [noon], { patience: 180_000 })
  expect(json).toMatchObject({ brought: 1_200, passedOver: [] })
  expect(await issuesCalled(ada, 'scattered')).toBe(1_200)
  expect(await sync(ada)).toMatchObject({ brought: 0, passedOver: [] })
}, 200_000)
