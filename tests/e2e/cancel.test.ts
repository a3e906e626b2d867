import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { holdAnswers, keepFromBeginning } from '../support/held-work'
import { launchApp, runHeadless } from '../support/launch'
import { demoProfile, monday, printed } from '../support/stored-engagement'

const databases = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes('engagement')),
  )

const cancel = (page: Page) => page.getByRole('button', { name: 'Cancel' })

test('a demo that is cancelled when it is all but done leaves nothing behind', async () => {
  const { page, close } = await launchApp({ args: [monday] })
  await page.getByLabel('Your name').fill('Priya Raman')
  await holdAnswers(page, 'demo')
  await page.getByRole('button', { name: /Explore the demo/ }).click()
  await expect(page.getByRole('heading', { name: 'Making the demo engagement' })).toBeVisible()
  await expect(page).toHaveTitle('held')
  expect(await databases(page)).toHaveLength(1)
  await expectNoFindings(page)

  await page.keyboard.press('Tab')
  await expect(cancel(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Explore the demo/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Open / })).toHaveCount(0)
  expect(await databases(page)).toEqual([])
  await close()
})

test('a demo can be cancelled while it is being written, and made after all', async () => {
  const { page, close } = await launchApp({ args: [monday] })
  await page.getByLabel('Your name').fill('Priya Raman')
  await page.evaluate(() => {
    const stop = new MutationObserver(() => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Cancel')
      if (!button || !/[1-9]/.test(document.querySelector('main')?.textContent ?? '')) return
      stop.disconnect()
      button.click()
    })
    stop.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await page.getByRole('button', { name: /Explore the demo/ }).click()
  await expect(page.getByRole('button', { name: /Explore the demo/ })).toBeVisible()
  expect(await databases(page)).toEqual([])

  await page.getByRole('button', { name: /Explore the demo/ }).click()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 30_000 })
  expect(await databases(page)).toHaveLength(1)
  await close()
})

test.describe('a backup of an engagement that has changed since', () => {
  let stored: Awaited<ReturnType<typeof demoProfile>>
  const dump = async () => printed(await runHeadless(['dump', '--profile', stored.profile]))
  const note = (text: string) => [
    ...['edit', '--profile', stored.profile, '--entity', 'engagement', '--key', 'engagement'],
    ...['--set', JSON.stringify({ note: text })],
  ]

  test.beforeEach(async () => {
    stored = await demoProfile()
    printed(await runHeadless(['backup', 'create', '--profile', stored.profile, monday]))
    printed(await runHeadless(note('changed since')))
  })
  test.afterEach(() => stored.remove())

  async function restoreFromBackup(page: Page) {
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await page.getByRole('button', { name: 'Restore from a backup' }).click()
    await page
      .getByRole('row', { name: /by hand|command/ })
      .getByRole('button', { name: 'Restore' })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  }

  test('is not put in place when it is cancelled, and the engagement opens again as it was', async () => {
    const before = await dump()
    const { page, close } = await launchApp({ profile: stored.profile, args: [monday] })
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
    await keepFromBeginning(page, 'putInPlace')
    await restoreFromBackup(page)
    await expect(page).toHaveTitle('held')
    await expect(page.getByRole('heading', { name: 'Restoring the backup' })).toBeVisible()
    await cancel(page).click()
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
    await close()
    expect(await dump()).toEqual(before)
  })

  test('that is in place before it could be stopped is said to be', async () => {
    const { page, close } = await launchApp({ profile: stored.profile, args: [monday] })
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
    await holdAnswers(page, 'putInPlace')
    await restoreFromBackup(page)
    await expect(page).toHaveTitle('held')
    await cancel(page).click()
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
    await expect(page.getByText(/The backup was in place before it could be stopped/)).toBeVisible()
    await close()
    expect(JSON.stringify(await dump())).not.toContain('changed since')
  })

  test('on a laptop that has lost it: cancelled, no half of it stays', async () => {
    rmSync(join(stored.profile, 'browser'), { recursive: true })
    const backups = () => readdirSync(join(stored.profile, 'backups'))
    const before = backups()
    const { page, close } = await launchApp({ profile: stored.profile, args: [monday] })
    await page.getByLabel('Your name').fill('Priya Raman')
    await page.getByRole('button', { name: /Restore from a backup/ }).click()
    await holdAnswers(page, 'putInPlace')
    const restore = () => page.getByRole('button', { name: /^Restore/ }).first()
    await restore().click()
    await expect(page).toHaveTitle('held')
    expect(await databases(page)).toHaveLength(1)
    await cancel(page).click()
    await expect(page.getByRole('button', { name: /Restore from a backup/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Open / })).toHaveCount(0)
    expect(await databases(page)).toEqual([])
    expect(backups()).toEqual(before)
    await close()
  })
})
