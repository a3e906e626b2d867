import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freshProfile, runHeadless } from '../support/launch'
import { demoProfile, monday, printed } from '../support/stored-engagement'

interface Metrics {
  readonly figures: readonly { readonly id: string; readonly value: number; readonly display: string }[]
}

const wednesday = '--now=2026-11-25T12:00:00Z'

it('counts the laptops that were not heard of for a day, on the laptop that knows them', async () => {
  const { profile, remove } = await demoProfile(12)
  const joined = freshProfile()
  const file = join(joined, 'all.warroom')
  printed(await runHeadless(['bundle', 'export', '--profile', profile, '--out', file, monday]))
  printed(await runHeadless(['bundle', 'import', '--profile', joined, '--file', file, monday]))
  const unheard = async (where: string, now: string) => {
    const { figures } = printed<Metrics>(await runHeadless(['metrics', '--profile', where, now]))
    return figures.find(({ id }) => id === 'laptops-not-heard')
  }
  expect(await unheard(joined, monday)).toMatchObject({ value: 0, display: '0' })
  expect(await unheard(joined, wednesday)).toMatchObject({ value: 1, display: '1' })
  // It has never read a bundle of the other.
  expect(await unheard(profile, wednesday)).toMatchObject({ value: 0 })
  rmSync(joined, { recursive: true, force: true })
  remove()
})
