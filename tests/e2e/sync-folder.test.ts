import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { dialogsAnswer, goTo, stick } from '../support/exchanging'
import { freshProfile, type Launched, launchApp, runHeadless } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday, printed } from '../support/stored-engagement'

async function newIssue({ page }: Launched, title: string): Promise<void> {
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New issue' })
  await dialog.getByLabel('Title').fill(title)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

async function chooseFolder(laptop: Launched, folder: string): Promise<void> {
  await goTo(laptop, '/exchange')
  await dialogsAnswer(laptop, folder)
  await laptop.page.getByRole('button', { name: 'Choose a sync folder…' }).click()
  await expect(laptop.page.getByRole('button', { name: 'Sync now' })).toBeVisible()
}

const openIssues = async (laptop: Launched, title: string) => {
  await goTo(laptop, '/issues')
  await laptop.page.getByRole('searchbox').fill(title)
}

test('two laptops stay the same through a folder, by themselves, also after it was gone for a while', async () => {
  test.setTimeout(180_000)
  const { file, remove } = stick()
  const shared = file('Shared')
  mkdirSync(shared)
  const ada = await demoProfile(30)
  const bosProfile = freshProfile()
  printed(
    await runHeadless(['bundle', 'export', '--profile', ada.profile, '--out', file('all.warroom'), monday]),
  )
  printed(
    await runHeadless(['bundle', 'import', '--profile', bosProfile, '--file', file('all.warroom'), monday]),
  )

  // With the time going on: looks happen by themselves.
  const first = await launchApp({ profile: ada.profile })
  const second = await launchApp({ profile: bosProfile })
  await chooseFolder(first, shared)
  await chooseFolder(second, shared)
  const rail = (laptop: Launched) => laptop.page.getByRole('navigation')
  await expect(rail(first).getByRole('link', { name: 'Synced' })).toBeVisible()
  await look(first.page, 'sync-folder')

  await goTo(first, '/today')
  await newIssue(first, 'Typed on the first laptop')
  await openIssues(second, 'Typed on the first')
  await expect(second.page.getByRole('grid').getByText('Typed on the first laptop')).toBeVisible({
    timeout: 40_000,
  })

  // The stick is pulled out: said, and nothing is lost.
  renameSync(shared, `${shared} elsewhere`)
  await goTo(first, '/exchange')
  await first.page.getByRole('button', { name: 'Sync now' }).click()
  await expect(first.page.getByText('The sync folder is not there.')).toBeVisible()
  await expect(rail(first).getByRole('link', { name: 'Not synced' })).toBeVisible()
  await look(first.page, 'sync-folder-gone')
  await newIssue(first, 'Typed while it was gone')
  renameSync(`${shared} elsewhere`, shared)
  await first.page.keyboard.press('y')
  await expect(first.page.getByText('The sync folder is not there.')).toBeHidden()
  await openIssues(second, 'Typed while')
  await expect(second.page.getByRole('grid').getByText('Typed while it was gone')).toBeVisible({
    timeout: 40_000,
  })

  await goTo(first, '/exchange')
  await first.page.getByRole('button', { name: 'Stop using it' }).click()
  await first.page.getByRole('dialog').getByRole('button', { name: 'Stop using it' }).click()
  await expect(first.page.getByRole('button', { name: 'Choose a sync folder…' })).toBeVisible()
  await expect(rail(first).getByRole('link', { name: /sync/i })).toBeHidden()
  expect(readdirSync(shared)).not.toEqual([])
  await first.close()
  await second.close()
  ada.remove()
  rmSync(bosProfile, { recursive: true, force: true })
  remove()
})

test('conflicts that a look into the folder brings are told, and both words are kept', async () => {
  const { file, remove } = stick()
  const shared = file('Shared')
  mkdirSync(shared)
  const ada = await demoProfile(12)
  const bosProfile = freshProfile()
  const run = async <T>(...args: string[]) => printed<T>(await runHeadless([...args, monday]))
  await run('bundle', 'export', '--profile', ada.profile, '--out', file('all.warroom'))
  await run('bundle', 'import', '--profile', bosProfile, '--file', file('all.warroom'))
  const { entities } = await run<{ entities: { issue: object } }>('dump', '--profile', ada.profile)
  const key = Object.keys(entities.issue)[0] ?? ''
  const retitle = (profile: string, title: string) =>
    run('edit', '--profile', profile, '--entity', 'issue', '--key', key, '--set', JSON.stringify({ title }))
  await retitle(ada.profile, 'As Ada says')
  await retitle(bosProfile, 'As Bo says')
  await run('sync', '--profile', ada.profile, '--folder', shared)

  const laptop = await launchApp({ profile: bosProfile, args: [monday] })
  await chooseFolder(laptop, shared)
  await expect(laptop.page.getByText(/1 field has been changed on two laptops/)).toBeVisible()
  await expect(laptop.page.getByText(/brought \d+ changes? and sent 1 change/)).toBeVisible()
  await look(laptop.page, 'sync-folder-conflict')
  await laptop.close()
  ada.remove()
  rmSync(bosProfile, { recursive: true, force: true })
  remove()
})

test('under a fixed clock only the button looks into the folder', async () => {
  const { file, remove } = stick()
  const shared = file('Shared')
  mkdirSync(shared)
  const { profile, remove: removeProfile } = await demoProfile(12)
  printed(await runHeadless(['sync', '--profile', profile, '--folder', shared, monday]))
  rmSync(`${shared}/Hypercare War Room`, { recursive: true })
  const laptop = await launchApp({ profile, args: [monday] })
  await goTo(laptop, '/exchange')
  await expect(laptop.page.getByText('not looked into yet')).toBeVisible()
  expect(readdirSync(shared)).toEqual([])
  await laptop.page.getByRole('button', { name: 'Sync now' }).click()
  await expect(laptop.page.getByText(/sent \d+ changes/)).toBeVisible()
  expect(readdirSync(shared)).toEqual(['Hypercare War Room'])
  await laptop.close()
  removeProfile()
  remove()
})
