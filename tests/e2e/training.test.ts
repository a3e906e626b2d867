import { expect, test } from '@playwright/test'
import { launchApp } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday } from '../support/stored-engagement'

test('what people keep asking gets an action, which is done and measured, and undone', async () => {
  const { profile, remove } = await demoProfile(160)
  const { page, close } = await launchApp({ profile, args: [monday] })
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  const list = page.getByRole('navigation', { name: 'What people keep asking' })
  await expect(list.getByRole('button').nth(1)).toBeVisible()
  await page.keyboard.press('j')
  await expect(list.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true')

  await page.keyboard.press('2')
  const dialog = page.getByRole('dialog', { name: 'Plan a training action' })
  await expect(dialog.getByLabel('What', { exact: true })).toHaveValue(/^Write a quick guide: /)
  await dialog.getByLabel('What', { exact: true }).fill('Guide to the new mask')
  await look(page, 'training-dialog')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('1 action about it')).toBeVisible()

  await page.getByRole('button', { name: 'Done: Guide to the new mask' }).click()
  const actions = page.getByRole('region', { name: 'What is done about it' })
  await expect(actions.getByRole('button', { name: /a week before$/ }).first()).toBeVisible()
  await look(page, 'training')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Done: Guide to the new mask' })).toBeVisible()

  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1, name: 'Issues' })).toBeVisible()
  await expect(page.getByText('Asked again and again')).toBeVisible()
  await close()
  remove()
})
