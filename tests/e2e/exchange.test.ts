import { spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { bundleOf, makeSigningKey } from '../support/bundles'
import { dropFile } from '../support/engagement-window'
import { chooseBundle, chooseReceiver, dialogsAnswer, goTo, saveBundle, stick } from '../support/exchanging'
import { holdAnswers } from '../support/held-work'
import { makeLaptop } from '../support/laptop'
import { freshProfile, type Launched, launchApp, runHeadless } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday, printed } from '../support/stored-engagement'

const program = createRequire(import.meta.url)('electron') as string
const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

const today = (laptop: Launched) => laptop.page.getByRole('heading', { name: 'Today', level: 1 })
const dumpOf = async (profile: string) =>
  printed<object>(await runHeadless(['dump', '--profile', profile, monday]))

/** Gives the first issue in the inbox this severity, by its key. */
async function triageFirst(laptop: Launched, severity: '1' | '3'): Promise<void> {
  await goTo(laptop, '/triage')
  await expect(laptop.page.getByRole('article')).toBeVisible()
  await laptop.page.keyboard.press(severity)
  await expect(laptop.page.getByText(new RegExp(`set to ${severity}`)).first()).toBeVisible()
}

test('two laptops: one joins from a bundle, both triage the same issue, and bundles make them agree', async () => {
  test.setTimeout(240_000)
  const { file, remove: removeStick } = stick()
  const ada = await demoProfile(240)
  let first = await launchApp({ profile: ada.profile, args: [monday] })
  await goTo(first, '/settings/laptop')
  await first.page.getByLabel('Your name').fill('Ada Byron')
  await first.page.getByLabel('Your name').press('Enter')
  await goTo(first, '/exchange')
  await expect(first.page.getByText('No other laptop has been heard of yet')).toBeVisible()
  await look(first.page, 'exchange-alone')
  await saveBundle(first, file('everything.warroom'))

  // Bo's laptop holds nothing yet.
  const bosProfile = freshProfile()
  let second = await launchApp({ profile: bosProfile, args: [monday] })
  await second.page.getByLabel('Your name').fill('Bo Lind')
  await second.page.getByRole('button', { name: /Join an engagement/ }).click()
  await look(second.page, 'join-choose')
  await dialogsAnswer(second, file('everything.warroom'))
  await second.page.getByRole('button', { name: 'Choose a bundle…' }).click()
  await expect(second.page.getByText('Ada Byron')).toBeVisible()
  await look(second.page, 'join')
  await second.page.getByRole('button', { name: /^Join/ }).click()
  await expect(today(second)).toBeVisible()
  await goTo(second, '/issues')
  await expect(second.page.getByText('240 issues')).toBeVisible()

  await triageFirst(first, '1')
  await triageFirst(second, '3')

  // Bo gives what Ada lacks, locked with a passphrase.
  await goTo(second, '/exchange')
  await chooseReceiver(second, 'Ada Byron')
  await second.page.getByLabel('With a passphrase').check()
  await second.page.getByLabel('Passphrase', { exact: true }).fill('green river')
  await second.page.getByLabel('Passphrase again').fill('green rover')
  await expect(second.page.getByText('Not the same as the first')).toBeVisible()
  await expect(second.page.getByRole('button', { name: /^Save a bundle of/ })).toBeDisabled()
  await look(second.page, 'exchange-passphrase')
  await second.page.getByLabel('Passphrase again').fill('green river')
  await saveBundle(second, file('from-bo.warroom'))

  // Ada drops it, mistypes once, and sees what it would bring.
  const before = await first.close().then(() => dumpOf(ada.profile))
  first = await launchApp({ profile: ada.profile, args: [monday] })
  await expect(today(first)).toBeVisible()
  await dropFile(first.page, 'from-bo.warroom', readFileSync(file('from-bo.warroom')))
  await first.page.getByLabel('Passphrase').fill('wrong')
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByText('That was not the passphrase of this bundle')).toBeVisible()
  await look(first.page, 'exchange-locked')
  await first.page.getByLabel('Passphrase').fill('green river')
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByRole('heading', { name: /changed on two laptops/ })).toBeVisible()
  await expect(first.page.getByText('Bo Lind').first()).toBeVisible()
  await look(first.page, 'exchange-preview')
  await first.page.keyboard.press('Control+Enter')
  await expect(first.page.getByRole('heading', { name: 'Merged what Bo Lind wrote' })).toBeVisible()
  await look(first.page, 'exchange-merged')
  await first.page.getByRole('button', { name: 'Done' }).click()
  await expect(first.page.getByRole('cell', { name: 'Bundle from Bo Lind', exact: true })).toBeVisible()
  await look(first.page, 'exchange')

  // Taken back, it is as if the file had never been read.
  await first.page.getByRole('button', { name: /^Take back Bundle from Bo Lind/ }).click()
  await expect(first.page.getByRole('dialog')).toBeVisible()
  await look(first.page, 'exchange-take-back')
  await first.page.getByRole('button', { name: 'Take it back' }).click()
  await expect(first.page.getByText(/^Taken back: \d+ changes? of/)).toBeVisible()
  await expect(first.page.getByText('Taken back', { exact: true })).toBeVisible()
  expect(await first.close().then(() => dumpOf(ada.profile))).toEqual(before)

  // Taken in again, and answered with a bundle that only Bo's laptop can open, handed over by the system.
  first = await launchApp({ profile: ada.profile, args: [monday] })
  await expect(today(first)).toBeVisible()
  await chooseBundle(first, file('from-bo.warroom'))
  await first.page.getByLabel('Passphrase').fill('green river')
  await first.page.keyboard.press('Enter')
  await first.page.getByRole('button', { name: /^Merge \d/ }).click()
  await first.page.getByRole('button', { name: 'Done' }).click()
  await chooseReceiver(first, 'Bo Lind')
  await first.page.getByLabel('Only for that laptop').check()
  await saveBundle(first, file('from-ada.warroom'))
  expect(readFileSync(file('from-ada.warroom')).subarray(0, 3).toString()).toBe('age')
  const handing = [...sandbox, resolve('.'), `--profile=${bosProfile}`, file('from-ada.warroom')]
  await new Promise((ended) => spawn(program, handing, { stdio: 'ignore' }).once('close', ended))
  await second.page.getByRole('button', { name: /^Merge \d/ }).click()
  await expect(second.page.getByRole('heading', { name: 'Merged what Ada Byron wrote' })).toBeVisible()

  await first.close()
  await second.close()
  expect(await dumpOf(bosProfile)).toEqual(await dumpOf(ada.profile))

  // A bundle of an engagement that is here but not open; and of one that is not here.
  const other = await demoProfile(12)
  printed(
    await runHeadless([
      'bundle',
      'export',
      '--profile',
      other.profile,
      '--out',
      file('other.warroom'),
      monday,
    ]),
  )
  second = await launchApp({ profile: bosProfile, args: [monday, file('other.warroom')] })
  await expect(second.page.getByRole('heading', { name: /^Join / })).toBeVisible()
  await look(second.page, 'exchange-foreign')
  await second.page.getByRole('button', { name: 'Join as a further engagement' }).click()
  await expect(today(second)).toBeVisible()
  await chooseBundle(second, file('everything.warroom'))
  await second.page.getByRole('button', { name: /^Switch to / }).click()
  await expect(second.page.getByText('Everything in it is here already')).toBeVisible()
  await second.close()
  ada.remove()
  other.remove()
  removeStick()
})

test('a torn bundle is refused in plain words, and a changed key has to be accepted', async () => {
  test.setTimeout(120_000)
  const { file, remove: removeStick } = stick()
  const ada = await demoProfile(12)
  const about = { engagement: { id: ada.engagement, name: 'CRM go-live', client: 'Meridian Water' } }
  const bo = makeLaptop('bo')
  const written = bo.write([{ entity: 'issue', key: 'from-bo', fields: { title: 'From Bo', status: 'new' } }])
  const first = await bundleOf(bo, written, await makeSigningKey(), { ...about, writer: 'Bo Lind' })
  const more = bo.write([{ entity: 'issue', key: 'more', fields: { title: 'More from Bo', status: 'new' } }])
  const third = bo.write([{ entity: 'issue', key: 'third', fields: { title: 'Third of Bo', status: 'new' } }])
  const key = await makeSigningKey()
  const otherKey = await bundleOf(bo, more, key, { ...about, writer: 'Bo Lind' })
  writeFileSync(file('late.warroom'), await bundleOf(bo, third, key, { ...about, writer: 'Bo Lind' }))
  writeFileSync(file('bo.warroom'), first)
  writeFileSync(file('other-key.warroom'), otherKey)
  writeFileSync(file('torn.warroom'), first.subarray(0, first.length - 40))

  const laptop = await launchApp({ profile: ada.profile, args: [monday] })
  const { page } = laptop
  await expect(today(laptop)).toBeVisible()
  await chooseBundle(laptop, file('torn.warroom'))
  await expect(page.getByRole('alert')).toContainText(/cut short|complete|damaged/)
  await look(page, 'exchange-torn')

  // By its key, and by the menu from another screen.
  await dialogsAnswer(laptop, file('bo.warroom'))
  await page.keyboard.press('o')
  await page.getByRole('button', { name: 'Merge 1 change' }).click()
  await page.getByRole('button', { name: 'Done' }).click()

  await goTo(laptop, '/today')
  await dialogsAnswer(laptop, file('other-key.warroom'))
  await laptop.app.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()
      ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      .find(({ label }) => label === 'Take in a bundle…')
    item?.click()
  })
  await expect(page.getByText(/Bo Lind’s laptop once signed with another key/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Merge 1 change/ })).toBeDisabled()
  await look(page, 'exchange-changed-key')
  await page.getByLabel('I have asked, and this is their key').check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Merged what Bo Lind wrote' })).toBeVisible()

  // Chosen on the wrong screen it goes on here; given up, nothing of it is stored.
  await page.getByRole('button', { name: 'Done' }).click()
  await goTo(laptop, '/import')
  await dialogsAnswer(laptop, file('bo.warroom'))
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByText('Everything in it is here already')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Laptops of this engagement' })).toBeVisible()

  // Given up when it was stored already: that is said, and it is among those that can be taken back.
  const taken = page.getByRole('button', { name: /^Take back Bundle from Bo Lind/ })
  await expect(taken).toHaveCount(2)
  await holdAnswers(page, 'mergeBundle')
  await chooseBundle(laptop, file('late.warroom'))
  await page.getByRole('button', { name: /^Merge 1 change/ }).click()
  await expect(page).toHaveTitle('held')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/^What Bo Lind wrote was stored before it could be stopped/)).toBeVisible()
  await expect(taken).toHaveCount(3)
  await laptop.close()
  ada.remove()
  removeStick()
})

test('joining ten thousand issues can be given up without a trace, and then takes well under a minute', async () => {
  test.setTimeout(180_000)
  const { file, remove: removeStick } = stick()
  const ada = await demoProfile(10_000)
  printed(
    await runHeadless(['bundle', 'export', '--profile', ada.profile, '--out', file('all.warroom'), monday]),
  )
  const profile = freshProfile()
  const laptop = await launchApp({ profile, args: [monday] })
  const { page } = laptop
  await page.getByLabel('Your name').fill('Bo Lind')
  await page.getByRole('button', { name: /Join an engagement/ }).click()
  const join = async () => {
    await dialogsAnswer(laptop, file('all.warroom'))
    await page.getByRole('button', { name: 'Choose a bundle…' }).click()
    await page.getByRole('button', { name: /^Join/ }).click({ timeout: 60_000 })
  }
  // In the worst moment: it is stored, and the window does not know yet.
  await holdAnswers(page, 'joinBundle')
  await join()
  await expect(page).toHaveTitle('held')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Hypercare War Room' })).toBeVisible()
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
    'war-room-profile',
  ])

  await page.reload()
  await page.getByRole('button', { name: /Join an engagement/ }).click()
  const began = Date.now()
  await join()
  await expect(today(laptop)).toBeVisible({ timeout: 60_000 })
  expect(Date.now() - began).toBeLessThan(60_000)
  await goTo(laptop, '/issues')
  await expect(page.getByText('10,000 issues')).toBeVisible()
  await laptop.close()
  ada.remove()
  rmSync(profile, { recursive: true, force: true })
  removeStick()
})
