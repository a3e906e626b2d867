import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectNoFindings } from '../support/axe'
import { launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

test('the issues shown are exported in the order of the list, or all of them, or none when given up', async () => {
  const { profile, remove } = await demoProfile(60)
  const { app, page, close } = await launchApp({ profile, args: [monday] })
  await page.getByRole('link', { name: 'Issues' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  const saveTo = (path: string | undefined) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath })
    }, path ?? '')

  await page.keyboard.press('/')
  await page.keyboard.type('invoice')
  await expect(page.getByText(/\d+ of 60 issues/)).toBeVisible()
  const shown = Number((await page.getByText(/\d+ of 60 issues/).innerText()).split(' ')[0])
  await page.keyboard.press('Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: 'Export issues' })
  await dialog.getByLabel('CSV').check()
  await expectNoFindings(page)

  const nowhere = join(profile, 'nowhere.csv')
  await saveTo(undefined)
  await dialog.getByRole('button', { name: `Export ${shown}…` }).click()
  await expect(dialog.getByRole('button', { name: `Export ${shown}…` })).toBeEnabled()
  expect(existsSync(nowhere)).toBe(false)

  const some = join(profile, 'some.csv')
  await saveTo(some)
  await dialog.getByRole('button', { name: `Export ${shown}…` }).click()
  await expect(page.getByText('Saved some.csv')).toBeVisible()
  await expect(dialog).toBeHidden()
  const keys = readFileSync(some, 'utf8').match(/^\ufeff?"?HC-\d+|^HC-\d+/gm) ?? []
  expect(keys).toHaveLength(shown)

  await page.keyboard.press('Control+Shift+e')
  await dialog.getByLabel('All 60').check()
  await dialog.getByLabel('JSON').check()
  await saveTo(join(profile, 'all.json'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved all.json')).toBeVisible()
  expect(JSON.parse(readFileSync(join(profile, 'all.json'), 'utf8'))).toHaveLength(60)
  await close()
  remove()
})
