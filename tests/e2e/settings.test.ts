import { rmSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { freshProfile, launchApp } from '../support/launch'

const monday = '--now=2026-11-23T09:00:00Z'
let profile: string

test.beforeEach(() => {
  profile = freshProfile()
})

test.afterEach(() => {
  rmSync(profile, { recursive: true, force: true })
})

async function startEngagement(page: Page) {
  await page.getByLabel('Your name').fill('Priya Raman')
  await page.getByRole('button', { name: /Start a new engagement/ }).click()
  await page.getByLabel('Client').fill('Northwind')
  await page.getByRole('button', { name: 'Start the engagement' }).click()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
}

async function openSettings(page: Page, section: string) {
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click()
}

test('an edit survives a restart, and can be undone after it', async () => {
  const first = await launchApp({ profile, args: [monday] })
  await startEngagement(first.page)
  await openSettings(first.page, 'Engagement')
  await first.page.getByRole('textbox', { name: 'Sponsor' }).fill('Ulrike Sander')
  await first.page.getByRole('textbox', { name: 'Sponsor' }).press('Enter')
  await expect(first.page.getByRole('button', { name: 'Undo: Sponsor set to Ulrike Sander' })).toBeEnabled()
  await openSettings(first.page, 'Severities')
  await first.page.getByLabel('Acknowledge within, severity 1').fill('30')
  await first.page.getByLabel('Acknowledge within, severity 1').press('Tab')
  await expect(first.page.getByRole('button', { name: /^Undo: Severity 1/ })).toBeEnabled()
  await first.close()

  const second = await launchApp({ profile, args: [monday] })
  const { page } = second
  await openSettings(page, 'Severities')
  await expect(page.getByLabel('Acknowledge within, severity 1')).toHaveValue('30 min')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Severities' }).click()
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('Acknowledge within, severity 1')).toHaveValue('15 min')
  await page.getByRole('button', { name: /^Undo: Sponsor/ }).click()
  await openSettings(page, 'Engagement')
  await expect(page.getByRole('textbox', { name: 'Sponsor' })).toHaveValue('')
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('textbox', { name: 'Sponsor' })).toHaveValue('Ulrike Sander')
  await second.close()
})

test('a value that cannot stand is not written, and Escape takes it back', async () => {
  const { page, close } = await launchApp({ profile, args: [monday] })
  await startEngagement(page)
  await openSettings(page, 'Support hours')
  const hours = page.getByLabel('Hours on Monday')
  await hours.fill('18-8')
  await hours.press('Enter')
  await expect(page.getByText('Such as 8-18')).toBeVisible()
  await hours.press('Escape')
  await expect(hours).toHaveValue('08:00-18:00')
  await hours.fill('7-12, 13-16')
  await hours.press('Enter')
  await expect(hours).toHaveValue('07:00-12:00 13:00-16:00')
  await close()
})

test('people are added, leave, and come back by undo', async () => {
  const { page, close } = await launchApp({ profile, args: [monday] })
  await startEngagement(page)
  await openSettings(page, 'People')
  await page.getByRole('button', { name: 'Add person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add person' })
  await dialog.getByLabel('Name', { exact: true }).fill('Murat Demir')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  const row = page.getByRole('row', { name: /Murat Demir/ })
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: 'More about Murat Demir' }).click()
  await page.getByRole('menuitem', { name: 'Left today' }).click()
  await expect(row).toContainText('left 23 Nov')
  await page.getByRole('link', { name: 'History' }).click()
  await page
    .getByRole('row', { name: /Murat Demir left/ })
    .getByRole('button', { name: 'Undo' })
    .click()
  await openSettings(page, 'People')
  await expect(row).not.toContainText('left')

  await page.getByRole('button', { name: 'Add person' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('murat  demir')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByText('There is a person of this name already')).toBeVisible()
  await close()
})

test('the theme and density hold over a restart', async () => {
  const first = await launchApp({ profile, args: [monday] })
  await startEngagement(first.page)
  await openSettings(first.page, 'You and this laptop')
  await first.page.getByRole('radio', { name: 'Dark' }).click()
  await first.page.getByRole('radio', { name: 'Comfortable' }).click()
  await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await first.close()

  const second = await launchApp({ profile, args: [monday] })
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(second.page.locator('html')).toHaveAttribute('data-density', 'comfortable')
  await second.close()
})

test('a backup written by hand can be put back', async () => {
  const { page, close } = await launchApp({ profile, args: [monday] })
  await startEngagement(page)
  await openSettings(page, 'Data and backups')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('table', { name: 'Latest backups' })).toContainText('by hand')
  await openSettings(page, 'Engagement')
  await page.getByRole('textbox', { name: 'Sponsor' }).fill('Ulrike Sander')
  await page.getByRole('textbox', { name: 'Sponsor' }).press('Enter')
  await expect(page.getByRole('button', { name: /^Undo: Sponsor/ })).toBeEnabled()

  await openSettings(page, 'Data and backups')
  await page.getByRole('button', { name: /All backups/ }).click()
  await page
    .getByRole('row', { name: /by hand/ })
    .getByRole('button', { name: 'Restore' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await openSettings(page, 'Engagement')
  await expect(page.getByRole('textbox', { name: 'Sponsor' })).toHaveValue('')
  await openSettings(page, 'Data and backups')
  await page.getByRole('button', { name: /Rebuild from the log/ }).click()
  await expect(page.getByText('The same, row by row')).toBeVisible()
  await close()
})
