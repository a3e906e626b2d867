import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CommandLineLaptop, morning, noon } from '../support/command-line-laptop'
import type { Dump } from '../support/headless-engagement'
import { type ReplicatedFolder, startReplicatedFolder } from '../support/syncthing'

let folder: ReplicatedFolder
const ada = new CommandLineLaptop()
const bob = new CommandLineLaptop()

beforeAll(async () => {
  folder = await startReplicatedFolder()
})
afterAll(async () => {
  await folder.stop()
  ada.remove()
  bob.remove()
})

const round = (laptop: CommandLineLaptop, ...args: string[]) =>
  laptop.run<{ brought: number; sent: number; passedOver: unknown[] }>('sync', noon, ...args)

it('agree through Syncthing, whatever was written while its link was cut', async () => {
  await ada.run('demo', '--issues', '20', morning)
  await bob.run('bundle import', '--file', await ada.exported('start.warroom'), morning)
  const [first = '', second = '', third = ''] = Object.keys(
    (JSON.parse(await ada.dump()) as Dump).entities.issue ?? {},
  )
  await round(ada, '--folder', folder.places[0])
  await folder.replicated()
  await round(bob, '--folder', folder.places[1])
  await bob.edit(third, { workaround: 'before the cut' })
  expect(await round(bob)).toMatchObject({ sent: 1 })
  await folder.replicated()
  expect(await round(ada)).toMatchObject({ brought: 1, passedOver: [] })
  expect(await bob.dump()).toBe(await ada.dump())

  await folder.cutLink()
  await ada.edit(first, { title: 'Ada in the cut' }, noon)
  await ada.edit(second, { fixNote: 'only Ada' }, noon)
  await bob.edit(first, { title: 'Bob in the cut' }, noon)
  expect(await round(ada)).toMatchObject({ brought: 0, sent: 2 })
  expect(await round(bob)).toMatchObject({ brought: 0, sent: 1 })

  await folder.restoreLink()
  await folder.replicated()
  expect(await round(ada)).toMatchObject({ brought: 1, passedOver: [] })
  expect(await round(bob)).toMatchObject({ brought: 2, passedOver: [] })
  const dump = await ada.dump()
  expect(await bob.dump()).toBe(dump)
  const { conflicts } = JSON.parse(dump) as { conflicts: { field: string; values: { value: string }[] }[] }
  expect(conflicts.map(({ field, values }) => [field, values.map(({ value }) => value).sort()])).toEqual([
    ['title', ['Ada in the cut', 'Bob in the cut']],
  ])
  const names = folder.places.map((place) => readdirSync(place, { recursive: true, encoding: 'utf8' }).sort())
  expect(names[0]?.filter((name) => /conflict|\.part$|\.tmp$/.test(name))).toEqual([])
  expect(names[1]).toEqual(names[0])
}, 240_000)
