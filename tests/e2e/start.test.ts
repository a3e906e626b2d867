import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { freshProfile, launchApp } from '../support/launch'

const monday = '--now=2026-11-23T09:00:00Z'

test('from the first start to a usable engagement by keyboard alone', async () => {
  const { page, close } = await launchApp({ args: [monday] })
  const { keyboard } = page

  await expect(page.getByLabel('Your name')).toBeFocused()
  await keyboard.type('Priya Raman')
  await keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /Start a new engagement/ })).toBeFocused()
  await keyboard.press('Enter')

  await expect(page.getByLabel('Client')).toBeFocused()
  await keyboard.type('Northwind')
  await keyboard.press('Tab')
  await keyboard.type('Payroll')
  await expect(page.getByLabel('Name of the engagement')).toHaveValue('Northwind Payroll')
  await page.getByRole('combobox', { name: 'Time zone' }).focus()
  await keyboard.type('berl')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Europe/Berlin')
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  const rail = page.getByRole('navigation', { name: 'Engagement and screens' })
  await expect(rail).toContainText('Northwind Payroll')
  await expect(rail).toContainText('Day 1 of 28')
  await expect(rail).toContainText('Times in Europe/Berlin')
  await expect(rail).toContainText('Priya Raman')

  await keyboard.press('g')
  await keyboard.press('s')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Find' })).toBeVisible()
  await keyboard.type('hist')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  await close()
})

test('a name comes before everything else, and says so', async () => {
  const { page, close } = await launchApp()
  await page.getByRole('button', { name: /Explore the demo/ }).click()
  await expect(page.getByText('Your name goes with everything you change')).toBeVisible()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await close()
})

test('the demo is one click away, and the next start opens it at once', async () => {
  const profile = freshProfile()
  const first = await launchApp({ profile, args: [monday] })
  await first.page.getByLabel('Your name').fill('Priya Raman')
  await first.page.getByRole('button', { name: /Explore the demo/ }).click()
  await expect(first.page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({ timeout: 30_000 })
  await first.close()

  const second = await launchApp({ profile, args: [monday] })
  await expect(second.page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await expect(second.page.getByRole('navigation', { name: 'Engagement and screens' })).toContainText('Demo')

  await second.page.keyboard.press('g')
  await second.page.keyboard.press('e')
  await expect(second.page.getByRole('button', { name: 'Explore the demo' })).toHaveCount(0)
  await expect(second.page.getByRole('button', { name: 'Replay a whole demo' })).toBeEnabled()
  await second.page.getByRole('button', { name: 'New engagement' }).click()
  await second.page.getByLabel('Client').fill('Northwind')
  await second.page.getByLabel('System going live').fill('Payroll')
  await second.page.getByRole('button', { name: 'Start the engagement' }).click()
  await expect(second.page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await expect(second.page.getByText('No issues yet')).toBeVisible()
  await second.close()
  rmSync(profile, { recursive: true, force: true })
})
