import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { engagementWindow } from '../support/engagement-window'

test('a sponsor signs by hand, the file is known again and an altered one found out; a later edit shows', async () => {
  const { app, page, profile, remove } = await engagementWindow()
  const path = join(profile, 'signed.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('radio', { name: 'Exit' }).check()
  await page.getByRole('tab', { name: 'Sign-off' }).click()
  await expect(page.getByText('Nobody has signed yet')).toBeVisible()

  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog', { name: 'Sign the exit report' })
  await dialog.getByRole('radio', { name: 'Accept with conditions' }).check()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ulrike Sander')
  await dialog.getByRole('radio', { name: 'Drawn' }).check()
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(dialog.getByText('Say the conditions')).toBeVisible()
  await expect(dialog.getByText('Type or draw the signature')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Conditions' }).fill('The archive opens by Friday.')
  const field = await dialog.getByRole('img', { name: 'Field to sign in, empty' }).boundingBox()
  if (!field) throw new Error('There is no field to sign in.')
  await page.mouse.move(field.x + 40, field.y + 60)
  await page.mouse.down()
  await page.mouse.move(field.x + 120, field.y + 20, { steps: 4 })
  await page.mouse.up()
  await expect(dialog.getByRole('img', { name: 'Field to sign in, signed' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  await expect(page.getByText('Accepted with conditions', { exact: true })).toBeVisible()
  await expect(page.getByText('Nothing has changed after sign-off')).toBeVisible({ timeout: 15_000 })

  const checked = page.getByRole('dialog', { name: 'Signed report checked' })
  await page.getByRole('button', { name: 'Check a signed file…' }).click()
  await expect(checked.getByText('Genuine')).toBeVisible()
  await expect(checked.getByText('Ulrike Sander')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(checked).toBeHidden()

  const bytes = readFileSync(path)
  bytes[1_000] = (bytes[1_000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  await page.getByRole('button', { name: 'Check a signed file…' }).click()
  await expect(checked.getByText('Altered')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(checked).toBeHidden()

  await page.keyboard.press('Control+z')
  await expect(page.getByText('Nobody has signed yet')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('The archive opens by Friday.')).toBeVisible()

  await page.keyboard.press('n')
  const issue = page.getByRole('dialog', { name: 'New issue' })
  await issue.getByLabel('Title').fill('The archive did not open')
  await issue.getByRole('button', { name: 'Write it down' }).click()
  await expect(issue).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  const standing = page.getByRole('region', { name: 'Sign-off' })
  await expect(standing).toContainText('Changed after sign-off. 1 issue written to since.', {
    timeout: 15_000,
  })
  const asOfNow = standing.getByRole('table', { name: 'As of now' })
  await expect(asOfNow.getByRole('row', { name: 'Open issues 0 1' })).toBeVisible()
  await remove()
})
