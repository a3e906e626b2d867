import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { launchApp } from '../support/launch'

const screens = [
  '/settings/engagement',
  '/settings/severities',
  '/settings/hours',
  '/settings/cadence',
  '/settings/people',
  '/settings/teams',
  '/settings/laptop',
  '/settings/notifications',
  '/settings/data',
  '/history',
  '/engagements',
  '/engagements/new',
  '/engagements/backups',
  '/today',
  '/today/wall',
  '/ownership',
  '/issues',
  '/import',
  '/reports',
]

/** What axe finds on the page as it is now, as `rule: element`. */
async function findings(page: Page): Promise<string[]> {
  // Electron opens no second page, which axe would otherwise run in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test('no screen has a finding, in light and in dark', async () => {
  test.setTimeout(180_000)
  const { page, close } = await launchApp({ args: ['--now=2026-11-23T09:00:00Z'] })
  await expect(page.getByLabel('Your name')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await findings(page), `start, ${colorScheme}`).toEqual([])
  }
  await page.getByLabel('Your name').fill('Priya Raman')
  await page.getByRole('button', { name: /Explore the demo/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible({ timeout: 30_000 })

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const path of screens) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, path)
      await expect(page.locator('main h1')).toBeVisible()
      expect.soft(await findings(page), `${path}, ${colorScheme}`).toEqual([])
    }
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Find' }).waitFor()
    expect.soft(await findings(page), `palette, ${colorScheme}`).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    expect.soft(await findings(page), `keys, ${colorScheme}`).toEqual([])
    await page.keyboard.press('Escape')
  }
  await close()
})
