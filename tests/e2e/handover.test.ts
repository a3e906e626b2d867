import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Launched, launchApp } from '../support/launch'
import { demoProfile, monday } from '../support/stored-engagement'

let demo: Awaited<ReturnType<typeof demoProfile>>
let launched: Launched | undefined
test.beforeEach(async () => {
  demo = await demoProfile(40)
})
test.afterEach(async () => {
  await launched?.close()
  demo.remove()
})

/** The handover as the screen saves it. */
async function savedAs({ app, page, profile }: Launched, name: string): Promise<string> {
  const path = join(profile, name)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: /^Markdown/ }).click()
  await expect(page.getByText(`Saved ${name}`)).toBeVisible()
  return readFileSync(path, 'utf8')
}

test('a component is taken over and accepted by name, by keyboard, and one step back', async () => {
  launched = await launchApp({ profile: demo.profile, args: [monday] })
  const { page } = launched
  await page.getByRole('link', { name: 'Handover' }).waitFor()
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('g', 'j')
  const owned = page.getByRole('listbox', { name: 'Ownership' })
  const payments = owned.getByRole('option', { name: /^Payments/ })
  const sections = page.getByRole('navigation', { name: 'Sections of the handover' })
  const ownership = sections.getByRole('button', { name: /Ownership/ })
  await expect(payments).toContainText('nobody takes it over')
  const before = await ownership.textContent()
  while ((await payments.getAttribute('aria-selected')) !== 'true') await press('j')

  await press('e')
  await page.getByLabel('From now on by').fill('Felix Sommer')
  await press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(payments).toContainText('Sofia Marin → Felix Sommer')

  while ((await payments.getAttribute('aria-selected')) !== 'true') await press('j')
  await press('y')
  await page.getByLabel('Accepted by').fill('Katrin Vogel')
  await press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(payments).toContainText('accepted by Katrin Vogel')
  await expect(ownership).not.toHaveText(before ?? '')
  await press('Control+z')
  await expect(payments).toContainText('not accepted yet')
  await expect(ownership).toHaveText(before ?? '')

  await press(']')
  await expect(page.getByRole('listbox', { name: 'Knowledge sessions' })).toContainText('Month-end close')

  const named = await savedAs(launched, 'all.md')
  expect(named).toContain('Sofia Marin')
  await page.getByLabel('For', { exact: true }).selectOption('Without names')
  const withheld = await savedAs(launched, 'withheld.md')
  expect(withheld).not.toContain('Sofia Marin')
  expect(withheld).toMatch(/from \\?\[name\\?\]/)
})
