import { expect, test } from '@playwright/test'
import { launchApp } from '../support/launch'
import { look } from '../support/looking'
import { demoProfile, monday } from '../support/stored-engagement'

test('the exit is forecast as a range, what if is asked by keys, and effort stands against the plan', async () => {
  const { profile, remove } = await demoProfile(240)
  const { page, close } = await launchApp({ profile, args: [monday] })
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  const range = page.getByRole('heading', { level: 2, name: /in eight of ten runs$/ })
  await expect(range).toBeVisible()
  await expect(page.getByText(/^Chance of the planned end/)).toBeVisible()
  await look(page, 'forecast')

  const told = page.locator('[data-forecast=told]')
  await page.keyboard.press('a')
  await expect(page.getByText('1 more person')).toBeVisible()
  await page.keyboard.press('[')
  await page.keyboard.press('[')
  await expect(page.getByText('20% fewer new issues')).toBeVisible()
  await expect(told).toBeVisible()
  await page.keyboard.press('0')
  await expect(page.getByText('Nobody more')).toBeVisible()
  await expect(told).toBeVisible()

  await page.keyboard.press('v')
  const plan = page.getByRole('region', { name: 'Plan and effort' })
  await expect(plan.getByText(/person days spent until today/)).toBeVisible()
  await look(page, 'plan-and-effort')
  await close()
  remove()
})
